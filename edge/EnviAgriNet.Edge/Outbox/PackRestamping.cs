using EnviAgriNet.Core.Geography;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Stamps waiting packs anew that were stamped in doubt and never left. Used under the outbox's lock only.</summary>
internal sealed class PackRestamping(SegmentShelf shelf, StationId station)
{
    private const int PacksPerTurn = 1000;

    private readonly PackDecoder _decoder = new();

    /// <summary>Stamps as far as a better line is known; returns how many packs it moved.</summary>
    public int Run(IStampLines lines)
    {
        int moved = 0;
        foreach (Segment segment in shelf.Segments.ToList())
        {
            moved += shelf.Use(segment, s => RestampIn(s, lines));
        }

        return moved;
    }

    private int RestampIn(Segment segment, IStampLines lines)
    {
        List<StoredPack> moved = [];
        foreach (long sequence in segment.Packs.Doubtful(segment.Waiting, PacksPerTurn))
        {
            StoredPack pack = segment.Packs.Read(sequence, sequence, 1, descending: false)[0];
            if (lines.LineOf(pack.Boot) is { IsSettled: true } line && line.Uncertainty < pack.Uncertainty)
            {
                moved.Add(PackForming.Restamp(pack, station, line, _decoder));
            }
        }

        if (moved.Count > 0)
        {
            segment.Packs.Replace(moved);
        }

        return moved.Count;
    }
}
