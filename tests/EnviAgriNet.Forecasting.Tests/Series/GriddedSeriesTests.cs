using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Tests.Series;

public sealed class GriddedSeriesTests
{
    [Fact]
    public void Of_PointsInAnyOrder_WithGapsZerosAndTwoInACell_IsOneCellEach()
    {
        SeriesPoint[] points =
        [
            new(new DateOnly(2026, 4, 3), 8), new(new DateOnly(2026, 1, 5), 4), new(new DateOnly(2026, 2, 1), 0),
            new(new DateOnly(2026, 1, 20), 6), new(new DateOnly(2026, 3, 1), null), new(new DateOnly(2026, 5, 1), 0),
        ];
        GriddedSeries grid = GriddedSeries.Of(points, Frequency.Monthly, zeroMeansMissing: true)!;
        Assert.Equal([5, null, null, 8], grid.Values);
        Assert.Equal(new DateOnly(2026, 1, 1), grid.DateAt(0));
        Assert.Equal((3, 1), (grid.Points, grid.Merged));

        GriddedSeries zeros = GriddedSeries.Of(points, Frequency.Monthly, zeroMeansMissing: false)!;
        Assert.Equal([5, 0, null, 8, 0], zeros.Values);
    }

    [Fact]
    public void Of_NothingQuoted_IsNull() => Assert.Null(GriddedSeries.Of(
        [new(new DateOnly(2026, 1, 1), null), new(new DateOnly(2026, 1, 2), double.NaN), new(new DateOnly(2026, 1, 3), 0)], Frequency.Daily, true));
}
