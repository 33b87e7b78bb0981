using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Vectors: MazamaScience air-monitor-algorithms nowcast.test.js, which rounds where the EPA cuts off.</summary>
public sealed class NowCastTests
{
    private static readonly double?[] Published = [34.9, 43, 50, 64.9, 69.2, 66.2, 53.7, 48.6, 49.2, 35, null, 21];

    [Fact]
    public void Of_PublishedHours_IsThePublishedValue() => Assert.Equal(28.4, NowCast.Of(Published));

    [Fact]
    public void Of_TwoNewestMissing_IsNull() => Assert.Null(NowCast.Of([.. Published[..10], null, null]));

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 0)]
    [InlineData(20.12345, 20.1)]
    [InlineData(20.1, 20.1)]
    [InlineData(0.3, 0.3)]
    [InlineData(-0.04, 0)]
    public void Of_TwelveEqualHours_IsThatValueCutOff(double hour, double expected) =>
        Assert.Equal(expected, NowCast.Of([.. Enumerable.Repeat<double?>(hour, 12)]));

    /// <summary>The raw value is 11.0909: rounded it would be 11.1.</summary>
    [Fact]
    public void Of_RoundingTrap_IsCutOff() => Assert.Equal(11.0, NowCast.Of([10, 12]));

    [Theory]
    [InlineData(new[] { 1, 1, 0 }, true)]
    [InlineData(new[] { 1, 0, 1 }, true)]
    [InlineData(new[] { 0, 1, 1 }, true)]
    [InlineData(new[] { 1, 0, 0 }, false)]
    [InlineData(new[] { 0, 0, 1 }, false)]
    public void Of_NewestThreeHours_NeedTwo(int[] known, bool isThere)
    {
        double?[] hours = [.. Enumerable.Repeat<double?>(10, 9), .. known.Select(k => k == 1 ? 10d : (double?)null)];
        Assert.Equal(isThere, NowCast.Of(hours) is not null);
    }

    [Fact]
    public void Of_MoreThanTwelveHours_CountsTheNewest() =>
        Assert.Equal(NowCast.Of(Published), NowCast.Of([500, 400, 300, .. Published]));

    /// <summary>A missing hour keeps the age of the older ones: 4 = (16 + 0.25 * 0) / 1.25 would be 12.8, not (16 + 0.5 * 0) / 1.5.</summary>
    [Fact]
    public void Of_MissingHour_KeepsTheAgeOfOlderOnes() => Assert.Equal(12.8, NowCast.Of([0, null, 16]));

    [Fact]
    public void Of_NothingAtAll_IsNull()
    {
        Assert.Null(NowCast.Of([]));
        Assert.Null(NowCast.Of([double.NaN, double.NaN, 5]));
    }

    [Fact]
    public void Of_AnyHours_LiesBetweenSmallestAndLargest() =>
        Prop.ForAll<NormalFloat[]>(draws =>
        {
            double?[] hours = [.. draws.Select(d => (double?)Math.Round(Math.Abs(d.Get) % 900, 1))];
            double?[] counted = [.. hours.TakeLast(12)];
            return NowCast.Of(hours) is not { } value
                || (value <= counted.Max() && value >= counted.Min());
        }).QuickCheckThrowOnFailure();
}
