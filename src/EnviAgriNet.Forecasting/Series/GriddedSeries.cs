using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Forecasting.Series;

/// <summary>A series on its grid: one cell for each day, week or month from the first quotation to the last, null where there is none.</summary>
public sealed class GriddedSeries
{
    private GriddedSeries(Frequency frequency, int first, double?[] values, int points, int merged)
    {
        Frequency = frequency;
        First = first;
        Values = values;
        Points = points;
        Merged = merged;
    }

    /// <summary>How often it is quoted.</summary>
    public Frequency Frequency { get; }

    /// <summary>The cell of the first quotation, see <see cref="Calendar.CellOf"/>.</summary>
    public int First { get; }

    /// <summary>One value for each cell; the first and the last are not null.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>Quotations that were given.</summary>
    public int Points { get; }

    /// <summary>Quotations that share a cell with an earlier one; the cell holds their mean.</summary>
    public int Merged { get; }

    /// <summary>The date of a cell counted from the first.</summary>
    public DateOnly DateAt(int index) => Frequency.DateOf(First + index);

    /// <summary>Puts points on the grid; null when none has a value.</summary>
    public static GriddedSeries? Of(IReadOnlyList<SeriesPoint> points, Frequency frequency, bool zeroMeansMissing)
    {
        Dictionary<int, (double Sum, int Count)> cells = [];
        int quoted = 0;
        foreach (SeriesPoint point in points)
        {
            if (point.Value is { } value && double.IsFinite(value) && !(zeroMeansMissing && value == 0))
            {
                int cell = frequency.CellOf(point.Date);
                (double sum, int count) = cells.GetValueOrDefault(cell);
                cells[cell] = (sum + value, count + 1);
                quoted++;
            }
        }

        if (cells.Count == 0)
        {
            return null;
        }

        int first = cells.Keys.Min();
        double?[] values = new double?[cells.Keys.Max() - first + 1];
        foreach ((int cell, (double sum, int count)) in cells)
        {
            values[cell - first] = sum / count;
        }

        return new GriddedSeries(frequency, first, values, quoted, quoted - cells.Count);
    }
}
