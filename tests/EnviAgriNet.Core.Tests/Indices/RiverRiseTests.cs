using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class RiverRiseTests
{
    private static readonly DateTimeOffset Noon = new(2020, 9, 19, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1.0, 1.5, 30, 1.0)]
    [InlineData(1.5, 1.0, 60, -0.5)]
    [InlineData(1.0, 1.0, 15, 0)]
    public void PerHour_TwoLevels_IsTheSlope(double before, double after, int minutes, double expected) =>
        Assert.Equal(expected, RiverRise.PerHour(before, Noon, after, Noon.AddMinutes(minutes))!.Value, 1e-12);

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(1.0, -5)]
    [InlineData(double.NaN, 10)]
    public void PerHour_NoTimeOrNoLevel_IsNull(double before, int minutes) =>
        Assert.Null(RiverRise.PerHour(before, Noon, 2, Noon.AddMinutes(minutes)));

    [Theory]
    [InlineData(1.0, 2.5, 0.5, 3.0)]
    [InlineData(2.5, 2.5, -1, 0.0)]
    [InlineData(3.0, 2.5, 0, 0.0)]
    [InlineData(1.0, 2.5, 0, null)]
    [InlineData(1.0, 2.5, -0.5, null)]
    [InlineData(1.0, 2.5, double.NaN, null)]
    [InlineData(double.NaN, 2.5, 1, null)]
    public void HoursToBank_Rise_IsTheTimeLeft(double level, double bank, double rise, double? expected) =>
        Assert.Equal(expected, RiverRise.HoursToBank(level, bank, rise));
}
