using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Models.Regression;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Tests.Models.Regression;

public sealed class RegressorColumnsTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly int First = Frequency.Monthly.CellOf(Start);

    [Fact]
    public void Of_KnownOverTheHorizon_StandsAsItIs()
    {
        RegressorColumns placed = RegressorColumns.Of([Monthly("area", 0, 36 + 6)], Frequency.Monthly, First, 36, 6);
        RegressionColumn column = Assert.Single(placed.Columns);
        Assert.Equal("area", column.Name);
        Assert.Equal([.. Enumerable.Range(0, 42).Select(Value)], column.Values);
    }

    [Fact]
    public void Of_KnownOnlyToTheEndOfTheSeries_IsMovedBackByTheHorizon()
    {
        RegressorColumns placed = RegressorColumns.Of([Monthly("rain", -12, 36)], Frequency.Monthly, First, 36, 6);
        RegressionColumn column = Assert.Single(placed.Columns);
        Assert.Equal("rain(-6)", column.Name);
        Assert.Equal([.. Enumerable.Range(-6, 42).Select(Value)], column.Values);
    }

    [Fact]
    public void Of_AGap_IsFilledByAStraightLine()
    {
        SeriesPoint[] points = [.. Monthly("rain", 0, 42).Points.Where((_, i) => i != 3)];
        RegressorColumns placed = RegressorColumns.Of([new Regressor("rain", points)], Frequency.Monthly, First, 36, 6);
        Assert.Equal((Value(2) + Value(4)) / 2, placed.Columns[0].Values[3], 12);
    }

    [Fact]
    public void Of_EmptyEndedLongAgoOrFullOfGaps_IsLeftOutWithTheReason()
    {
        RegressorColumns placed = RegressorColumns.Of(
            [
                new Regressor("none", [new SeriesPoint(Start, null)]),
                Monthly("old", -60, 10),
                Monthly("late", 20, 42),
                new Regressor("wild", [new SeriesPoint(Start, double.NaN)]),
            ],
            Frequency.Monthly, First, 36, 6);
        Assert.Empty(placed.Columns);
        Assert.Equal(
            [("none", LeftOutReason.Gaps), ("old", LeftOutReason.UnknownAhead), ("late", LeftOutReason.Gaps), ("wild", LeftOutReason.Gaps)],
            placed.LeftOut.Select(c => (c.Name, c.Reason)));
    }

    private static double Value(int month) => ((month * month) % 13) + (0.1 * month);

    private static Regressor Monthly(string name, int from, int to) =>
        new(name, [.. Enumerable.Range(from, to - from).Select(m => new SeriesPoint(Start.AddMonths(m), Value(m)))]);
}
