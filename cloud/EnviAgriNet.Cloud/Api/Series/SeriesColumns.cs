using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>The rows of a picture as columns, with a row of nothing in each gap. Pure.</summary>
internal sealed class SeriesColumns
{
    private const int QualityMissing = (int)QualityFlag.Missing;

    private readonly int _digits;

    /// <summary>Makes the columns.</summary>
    /// <param name="grid">Where the pixels stand.</param>
    /// <param name="rows">The rows, ascending.</param>
    /// <param name="gaps">The gaps, ascending.</param>
    /// <param name="decimals">Decimals of the quantity; means get two more.</param>
    public SeriesColumns(PixelGrid grid, IReadOnlyList<PixelRow> rows, IReadOnlyList<Gap> gaps, int decimals)
    {
        _digits = decimals + 2;
        int gap = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            // A gap within one pixel breaks nothing that could be seen.
            long begin = grid.BeginMs + (rows[i].Pixel * grid.StepMs);
            for (; gap < gaps.Count && gaps[gap].FromMs < begin; gap++)
            {
                if (i > 0 && gaps[gap].ToMs >= begin)
                {
                    AddGap(rows[i].TimeMs / 1000);
                }
            }

            Add(rows[i]);
        }
    }

    public List<long> T { get; } = [];

    public List<double?> Min { get; } = [];

    public List<double?> Max { get; } = [];

    public List<double?> Mean { get; } = [];

    public List<double?> Last { get; } = [];

    public List<long> Count { get; } = [];

    public List<long> Total { get; } = [];

    public List<int> Quality { get; } = [];

    public List<string?> Test { get; } = [];

    public List<double?> DoubtMin { get; } = [];

    public List<double?> DoubtMax { get; } = [];

    private void Add(in PixelRow row)
    {
        bool isKnown = row.Count > 0;
        Add(row.TimeMs / 1000, row.Count, row.Total, (int)row.Worst, row.Test == QualityTest.None ? null : QualityMark.NameOf(row.Test));
        Min.Add(isKnown ? row.Min : null);
        Max.Add(isKnown ? row.Max : null);
        Mean.Add(isKnown ? Math.Round(row.Sum / row.Count, _digits) : null);
        Last.Add(row.Last);
        DoubtMin.Add(row.DoubtMin);
        DoubtMax.Add(row.DoubtMax);
    }

    // Several gaps between the same two rows are one break of the line.
    private void AddGap(long nextT)
    {
        long middle = (T[^1] + nextT) / 2;
        if (Quality[^1] == QualityMissing || middle == T[^1])
        {
            return;
        }

        Add(middle, 0, 0, QualityMissing, null);
        foreach (List<double?> column in (ReadOnlySpan<List<double?>>)[Min, Max, Mean, Last, DoubtMin, DoubtMax])
        {
            column.Add(null);
        }
    }

    private void Add(long t, long count, long total, int quality, string? test)
    {
        T.Add(t);
        Count.Add(count);
        Total.Add(total);
        Quality.Add(quality);
        Test.Add(test);
    }
}
