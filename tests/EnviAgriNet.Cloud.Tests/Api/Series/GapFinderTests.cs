using EnviAgriNet.Cloud.Api.Series;

namespace EnviAgriNet.Cloud.Tests.Api.Series;

public sealed class GapFinderTests
{
    private const long Minute = 60_000;

    [Fact]
    public void Add_MissingMinutes_AreOneGapFromTheLastReadingToTheNext()
    {
        GapFinder finder = Find([.. Minutes(0, 20), .. Minutes(50, 20)]);
        finder.End(0, 70 * Minute);

        Assert.Equal([new Gap(19 * Minute, 50 * Minute)], finder.Gaps);
        Assert.Equal(Minute, finder.IntervalMs);
    }

    [Fact]
    public void Add_GapAmongTheFirstReadings_IsFound()
    {
        GapFinder finder = Find([0, Minute, 60 * Minute, 61 * Minute, 62 * Minute]);
        finder.End(0, 62 * Minute);

        Assert.Equal([new Gap(Minute, 60 * Minute)], finder.Gaps);
    }

    [Fact]
    public void Add_AnotherPace_IsNotAGapAfterTheFirstReadings()
    {
        GapFinder finder = Find([.. Minutes(0, 100), .. Enumerable.Range(0, 100).Select(i => (109L + (i * 10)) * Minute)]);
        finder.End(0, 1_100 * Minute);

        Assert.InRange(finder.Total, 1, 6);
        Assert.Equal(10 * Minute, finder.IntervalMs);
    }

    [Fact]
    public void End_SilenceAtBothEnds_IsToldAndJitterIsNot()
    {
        GapFinder finder = Find([.. Enumerable.Range(0, 60).Select(i => (100 * Minute) + (i * Minute) + (i % 3 * 9_000L))]);
        finder.End(0, 300 * Minute);

        Assert.Equal(2, finder.Total);
        Assert.Equal((0L, 100 * Minute), (finder.Gaps[0].FromMs, finder.Gaps[0].ToMs));
        Assert.Equal(300 * Minute, finder.Gaps[1].ToMs);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Add_SilenceOfTwoAndAHalfIntervals_IsAGapOnlyBeyondThem(long beyondMs, int gaps)
    {
        long last = (19 * Minute) + (5 * Minute / 2) + beyondMs;
        GapFinder finder = Find([.. Minutes(0, 20), last]);
        finder.End(0, last);

        Assert.Equal(gaps, finder.Total);
    }

    [Fact]
    public void End_NothingAtAll_IsOneGap()
    {
        GapFinder finder = Find([]);
        finder.End(5, 10);

        Assert.Equal([new Gap(5, 10)], finder.Gaps);
    }

    [Fact]
    public void Add_MoreGapsThanAreListed_AreStillCounted()
    {
        GapFinder finder = Find([.. Enumerable.Range(0, 1_000).SelectMany(i => Minutes(i * 100, 20))]);
        finder.End(0, 100_000 * Minute);

        Assert.Equal(SeriesLimits.GapsListedMax, finder.Gaps.Count);
        Assert.Equal(1_000, finder.Total);
    }

    private static GapFinder Find(IEnumerable<long> times)
    {
        GapFinder finder = new(2.5);
        foreach (long time in times)
        {
            finder.Add(time, time);
        }

        return finder;
    }

    private static IEnumerable<long> Minutes(int first, int count) => Enumerable.Range(first, count).Select(i => i * Minute);
}
