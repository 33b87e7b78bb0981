using System.Text;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Checksums over all that a row says, not over its bytes only: a flipped bit in a number of readings or in a sequence leaves a
/// database that SQLite calls sound, and would be counted, or sent, as if it were true.
/// </summary>
internal static class RowCheck
{
    private const int HeadBytes = 96;

    /// <summary>The checksum of a pack's row.</summary>
    public static long Of(StoredPack pack) => Of(HeadBytes + pack.Payload.Length, writer =>
    {
        writer.Write(pack.Sequence);
        writer.Write(pack.FirstTakenAt.ToUnixTimeMilliseconds());
        writer.Write(pack.LastTakenAt.ToUnixTimeMilliseconds());
        writer.Write((long)pack.Readings);
        writer.Write(pack.HeardAt.ToUnixTimeMilliseconds());
        writer.Write(pack.Boot);
        writer.Write(SegmentRows.UncertaintyMs(pack));
        Write(writer, pack.OffsetMs);
        writer.Write(pack.WasSent);
        writer.Write(pack.Payload);
    });

    /// <summary>The checksum of a row of the journal; its id is not in it, since salvage gives it another.</summary>
    public static long Of(long heardMs, string boot, long? offsetMs, long readings, byte[] body) =>
        Of(HeadBytes + body.Length, writer =>
        {
            writer.Write(heardMs);
            writer.Write(boot);
            Write(writer, offsetMs);
            writer.Write(readings);
            writer.Write(body);
        });

    private static long Of(int bytes, Action<BinaryWriter> write)
    {
        using MemoryStream stream = new(bytes);
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return JournalCodec.CheckOf(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(BinaryWriter writer, long? number)
    {
        writer.Write(number.HasValue);
        writer.Write(number ?? 0);
    }
}
