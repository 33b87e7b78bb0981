using System.Runtime.InteropServices;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>Folds readings or roll-ups, ascending by time, into the rows of a picture. Pure.</summary>
internal sealed class PixelRows(PixelGrid grid)
{
    private readonly List<PixelRow> _rows = [];

    /// <summary>The rows that have readings, ascending.</summary>
    public IReadOnlyList<PixelRow> Rows => _rows;

    /// <summary>Where the series was silent.</summary>
    public GapFinder Silence { get; } = new(grid.Source == PixelSource.Readings ? 2.5 : 1.5);

    /// <summary>All readings so far.</summary>
    public long Total { get; private set; }

    /// <summary>Takes a reading.</summary>
    public void Add(long takenMs, double value, QualityFlag flag, QualityTest test)
    {
        Total++;
        Silence.Add(takenMs, takenMs);
        At(takenMs).Add(value, flag, test);
    }

    /// <summary>Takes the roll-up of an hour or day.</summary>
    public void Add(in RollUp rollUp)
    {
        if (rollUp.Total == 0)
        {
            return;
        }

        long begin = rollUp.From.ToUnixTimeMilliseconds();
        Total += rollUp.Total;
        Silence.Add(begin, begin + (long)grid.Unit.TotalMilliseconds);
        ref PixelRow row = ref At(begin);
        row.Total += rollUp.Total;
        QualityFlag worst = rollUp.Count < rollUp.Total ? QualityFlag.Suspect : QualityFlag.Pass;
        row.Worst = worst > row.Worst ? worst : row.Worst;
        if (rollUp.Count > 0)
        {
            row.Min = row.Count == 0 ? rollUp.Min : Math.Min(row.Min, rollUp.Min);
            row.Max = row.Count == 0 ? rollUp.Max : Math.Max(row.Max, rollUp.Max);
            row.Count += rollUp.Count;
            row.Sum += rollUp.Sum;
        }
    }

    private ref PixelRow At(long timeMs)
    {
        long pixel = (timeMs - grid.BeginMs) / grid.StepMs;
        if (_rows.Count == 0 || _rows[^1].Pixel != pixel)
        {
            // The only reading of a pixel stands at its own time, so that a sparse series is drawn where it was measured.
            _rows.Add(new PixelRow { Pixel = pixel, TimeMs = timeMs });
        }
        else
        {
            CollectionsMarshal.AsSpan(_rows)[^1].TimeMs = grid.BeginMs + (pixel * grid.StepMs);
        }

        return ref CollectionsMarshal.AsSpan(_rows)[^1];
    }
}
