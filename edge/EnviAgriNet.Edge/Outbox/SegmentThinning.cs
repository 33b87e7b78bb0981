using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Writes a sealed segment anew with fewer readings: per series and hour the lowest and the highest stay, and each pack keeps at
/// least its first reading, so that every sequence number still arrives. Real readings, no means: a mean would be a value that
/// was never measured. Receipted packs are left out; settled ranges stay.
/// </summary>
internal sealed class SegmentThinning(string path, StationId station)
{
    private const int PacksPerTurn = 64;

    private readonly string _freshPath = path + SegmentRewrite.FreshSuffix;
    private readonly PackDecoder _decoder = new();

    /// <summary>Writes the fresh file; the note of what went lies in it until it was told.</summary>
    public void Write(Segment segment, long generation)
    {
        SegmentRewrite.DeleteFresh(path);
        Dictionary<(SeriesName Series, long Hour), Extremes> extremes = FindExtremes(segment);
        using SqliteFile fresh = SqliteFile.Open(_freshPath);
        fresh.InTransaction(durable: true, () =>
        {
            SegmentSchema.Create(fresh);
            SegmentLoss gone = new();
            foreach (StoredPack pack in WaitingPacks(segment))
            {
                StoredPack thin = Thin(pack, extremes);
                gone.Add(pack.Sequence, pack.Readings - thin.Readings);
                SegmentRows.WritePack(fresh, thin);
            }

            WriteSettled(fresh, segment);
            SegmentMeta.Write(fresh, SegmentSchema.Outbox, segment.Outbox);
            SegmentMeta.Write(fresh, SegmentSchema.Generation, generation);
            SegmentMeta.Write(fresh, SegmentSchema.CreatedAt, segment.CreatedAt.ToUnixTimeMilliseconds());
            SegmentMeta.Write(fresh, SegmentSchema.FirstSequence, segment.First);
            SegmentMeta.Write(fresh, SegmentSchema.NextSequence, segment.Next);
            SegmentMeta.Write(fresh, SegmentSchema.Accepted, segment.Accepted);
            SegmentMeta.Write(fresh, SegmentSchema.Begun, segment.Begun);
            SegmentMeta.Write(fresh, SegmentSchema.Thinned, 1L);
            SegmentMeta.Write(fresh, SegmentSchema.ThinNote, Note(gone));
            SegmentMeta.Write(fresh, SegmentSchema.Complete, 1L);
        });
        fresh.Checkpoint();
    }

    /// <summary>Puts the fresh file in the place of the old one, whose handle must be closed.</summary>
    public void Adopt() => File.Move(_freshPath, path, overwrite: true);

    /// <summary>First, last and readings of each range of packs.</summary>
    private static string Note(SegmentLoss gone) => string.Join(';', LostRange.Bounded(gone.Ranges).Select(
        r => string.Create(CultureInfo.InvariantCulture, $"{r.Range.First} {r.Range.Last} {r.Readings}")));

    private static void WriteSettled(SqliteFile fresh, Segment segment)
    {
        SequenceSet settled = new();
        if (segment.Next > segment.First)
        {
            settled.AddRange(segment.First, segment.Next - 1);
        }

        foreach (SequenceRange range in segment.Waiting.Ranges)
        {
            settled.RemoveRange(range.First, range.Last);
        }

        foreach (SequenceRange range in settled.Ranges)
        {
            SegmentRows.WriteSettled(fresh, new SettledRange(range, PackFate.Receipted));
        }
    }

    private static IEnumerable<StoredPack> WaitingPacks(Segment segment)
    {
        foreach (SequenceRange range in segment.Waiting.Ranges.ToArray())
        {
            for (long from = range.First; from <= range.Last; from += PacksPerTurn)
            {
                long last = Math.Min(range.Last, from + PacksPerTurn - 1);
                foreach (StoredPack pack in segment.Packs.Read(from, last, PacksPerTurn, descending: false))
                {
                    yield return pack;
                }
            }
        }
    }

    private Dictionary<(SeriesName Series, long Hour), Extremes> FindExtremes(Segment segment)
    {
        Dictionary<(SeriesName Series, long Hour), Extremes> extremes = [];
        foreach (StoredPack pack in WaitingPacks(segment))
        {
            foreach (Reading reading in Decode(pack).Readings)
            {
                (SeriesName Series, long) key = (reading.Series, HourOf(reading));
                extremes[key] = extremes.TryGetValue(key, out Extremes known)
                    ? known.With(reading)
                    : new Extremes(reading, reading);
            }
        }

        return extremes;
    }

    private StoredPack Thin(StoredPack stored, Dictionary<(SeriesName Series, long Hour), Extremes> extremes)
    {
        Pack pack = Decode(stored);
        List<Reading> kept = [.. pack.Readings.Where(r => extremes[(r.Series, HourOf(r))].Has(r))];
        if (kept.Count == 0)
        {
            kept.Add(pack.Readings[0]);
        }

        if (kept.Count == pack.Readings.Count)
        {
            return stored;
        }

        Pack thin = pack with { Readings = kept };
        StoredPack written = StoredPack.Of(thin, stored.OffsetMs, PackEncoder.Encode(thin, PackCompression.Gzip));
        return written with { WasSent = stored.WasSent };
    }

    private Pack Decode(StoredPack stored) => _decoder.Decode(stored.Payload, station, null).Pack
        ?? throw new InvalidDataException($"pack {stored.Sequence} cannot be read");

    private static long HourOf(Reading reading) => reading.TakenAt.ToUnixTimeSeconds() / 3600;

    /// <summary>The lowest and the highest reading of an hour; of equal ones the first.</summary>
    private readonly record struct Extremes(Reading Lowest, Reading Highest)
    {
        public Extremes With(Reading reading) => new(
            reading.Value < Lowest.Value ? reading : Lowest, reading.Value > Highest.Value ? reading : Highest);

        public bool Has(Reading reading) => reading == Lowest || reading == Highest;
    }
}
