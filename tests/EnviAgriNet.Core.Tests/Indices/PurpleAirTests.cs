using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class PurpleAirTests
{
    /// <summary>Vectors: weewx-purple; A and B are the two sensors of the monitor.</summary>
    [Theory]
    [InlineData(0, 0, 0, 5.75)]
    [InlineData(0, 0, 21, 3.944)]
    [InlineData(118, 98, 95, 53.74)]
    [InlineData(395, 405, 95, 249.85)]
    [InlineData(0, 0, 90, 0)]
    public void CorrectCf1_PublishedReading_IsThePublishedValue(double a, double b, double humidity, double expected) =>
        Assert.Equal(expected, PurpleAir.CorrectCf1((a + b) / 2, humidity)!.Value, 0.005);

    /// <summary>At 343 the published formula jumps up; the test holds that it is the formula that does, and only upwards.</summary>
    [Fact]
    public void CorrectCf1_AtItsBranch_JumpsUpAsPublished()
    {
        Assert.Equal(184.11, PurpleAir.CorrectCf1(343, 0)!.Value, 1e-9);
        Assert.Equal(206.99, PurpleAir.CorrectCf1(343.0000001, 0)!.Value, 0.01);
    }

    /// <summary>No vector is published for this formula; that its branches meet is what can be checked.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(210)]
    [InlineData(260)]
    public void CorrectAtm_AtABranch_IsContinuous(double atm)
    {
        foreach (double humidity in new[] { 0, 35, 70, 100.0 })
        {
            double below = PurpleAir.CorrectAtm(atm - 1e-9, humidity)!.Value;
            double at = PurpleAir.CorrectAtm(atm, humidity)!.Value;
            Assert.Equal(below, at, 1e-6);
        }
    }

    /// <summary>Worked by hand from the formula, one in each branch.</summary>
    [Theory]
    [InlineData(20, 50, (0.524 * 20) - 4.31 + 5.75)]
    [InlineData(40, 50, (0.655 * 40) - 4.31 + 5.75)]
    [InlineData(100, 50, 78.6 - 4.31 + 5.75)]
    [InlineData(235, 50, (0.738 * 235) - 2.155 + 1.483 + 2.875 + (4.42e-4 * 235 * 235))]
    [InlineData(300, 50, 2.966 + 207 + (8.84e-4 * 90000))]
    [InlineData(0, 100, 0)]
    public void CorrectAtm_EachBranch_IsTheFormula(double atm, double humidity, double expected) =>
        Assert.Equal(expected, PurpleAir.CorrectAtm(atm, humidity)!.Value, 1e-9);

    [Theory]
    [InlineData(-1, 50)]
    [InlineData(10, -1)]
    [InlineData(10, 100.1)]
    [InlineData(double.NaN, 50)]
    [InlineData(10, double.NaN)]
    public void Correct_ImpossibleReading_IsNull(double value, double humidity)
    {
        Assert.Null(PurpleAir.CorrectAtm(value, humidity));
        Assert.Null(PurpleAir.CorrectCf1(value, humidity));
    }

    [Fact]
    public void Correct_AnyTwoReadings_KeepTheirOrder() =>
        Prop.ForAll<NormalFloat, NormalFloat, NormalFloat>((first, second, third) =>
        {
            (double low, double high) = (Math.Abs(first.Get) % 1000, Math.Abs(second.Get) % 1000);
            (low, high) = low <= high ? (low, high) : (high, low);
            double humidity = Math.Abs(third.Get) % 100;
            return PurpleAir.CorrectAtm(low, humidity) <= PurpleAir.CorrectAtm(high, humidity) + 1e-9
                && PurpleAir.CorrectCf1(low, humidity) <= PurpleAir.CorrectCf1(high, humidity);
        }).QuickCheckThrowOnFailure();
}
