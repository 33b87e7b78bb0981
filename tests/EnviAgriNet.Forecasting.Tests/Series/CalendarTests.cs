using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Tests.Series;

public sealed class CalendarTests
{
    [Theory]
    [InlineData(Frequency.Daily, "2026-11-20", "2026-11-23")] // Friday to Monday
    [InlineData(Frequency.Weekly, "2026-11-16", "2026-11-23")]
    [InlineData(Frequency.Monthly, "2026-12-01", "2027-01-01")]
    public void Cells_OfNeighbours_DifferByOne(Frequency frequency, string date, string next)
    {
        int cell = frequency.CellOf(DateOnly.Parse(date, null));
        Assert.Equal(cell + 1, frequency.CellOf(DateOnly.Parse(next, null)));
        Assert.Equal(DateOnly.Parse(date, null), frequency.DateOf(cell));
        Assert.Equal(DateOnly.Parse(next, null), frequency.DateOf(cell + 1));
    }

    [Theory]
    [InlineData(Frequency.Daily, "2026-11-22", "2026-11-20")] // a Sunday belongs to the Friday before
    [InlineData(Frequency.Weekly, "2026-11-22", "2026-11-16")]
    [InlineData(Frequency.Monthly, "2026-11-22", "2026-11-01")]
    public void Date_WithinACell_IsTheCellsOwn(Frequency frequency, string date, string own) =>
        Assert.Equal(DateOnly.Parse(own, null), frequency.DateOf(frequency.CellOf(DateOnly.Parse(date, null))));
}
