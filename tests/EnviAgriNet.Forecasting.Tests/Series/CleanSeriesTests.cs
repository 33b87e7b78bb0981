using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Tests.Series;

public sealed class CleanSeriesTests
{
    [Fact]
    public void Of_Gaps_AreFilledOnALine_AndAreNotQuoted()
    {
        CleanSeries clean = CleanSeries.Of([1, null, null, 4, 5]);
        Assert.Equal([1, 2, 3, 4, 5], clean.Values);
        Assert.Equal([true, false, false, true, true], clean.IsQuoted);
        Assert.Equal((2, 0), (clean.Filled, clean.Outliers));
    }

    [Fact]
    public void Of_ALoneSpike_IsReplaced()
    {
        double?[] cells = Wave(40);
        cells[20] = 1_000;
        CleanSeries clean = CleanSeries.Of(cells);
        Assert.Equal(1, clean.Outliers);
        Assert.InRange(clean.Values[20], 8, 12);
        Assert.False(clean.IsQuoted[20]);
    }

    [Fact]
    public void Of_AShiftOfTheLevel_IsKept()
    {
        double?[] cells = Wave(40);
        for (int i = 20; i < 40; i++)
        {
            cells[i] += 50;
        }

        CleanSeries clean = CleanSeries.Of(cells);
        Assert.Equal(0, clean.Outliers);
        Assert.Equal(cells, clean.Values.Select(v => (double?)v));
    }

    [Fact]
    public void Of_TheLastValue_IsKept_ForItMayBeTheStartOfAShift()
    {
        double?[] cells = Wave(40);
        cells[39] = 1_000;
        Assert.Equal(1_000, CleanSeries.Of(cells).Values[39]);
    }

    private static double?[] Wave(int count) => [.. Enumerable.Range(0, count).Select(i => (double?)(10 + Math.Sin(i)))];
}
