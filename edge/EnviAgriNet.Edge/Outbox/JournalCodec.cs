using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Accepted readings as bytes of a journal row: names once, then 19 bytes a reading, the last one its flag and test. SQLite keeps no checksum of a row, so the
/// rows of the outbox carry one of their own.
/// </summary>
internal static class JournalCodec
{
    private const int ReadingBytes = 19;

    /// <summary>A checksum of bytes: the first 8 of their SHA-256.</summary>
    public static long CheckOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>The bytes of readings.</summary>
    public static byte[] Encode(IReadOnlyList<Reading> readings)
    {
        Dictionary<SeriesName, ushort> places = [];
        foreach (Reading reading in readings)
        {
            places.TryAdd(reading.Series, (ushort)places.Count);
        }

        using MemoryStream stream = new((readings.Count * ReadingBytes) + (places.Count * 32));
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write((ushort)places.Count);
        foreach (SeriesName series in places.Keys)
        {
            writer.Write(series.Text);
        }

        writer.Write((ushort)readings.Count);
        foreach (Reading reading in readings)
        {
            writer.Write(places[reading.Series]);
            writer.Write(reading.TakenAt.ToUnixTimeMilliseconds());
            writer.Write(reading.Value);
            writer.Write(QualityMark.Pack(reading.Quality, reading.Test));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The readings of a row; throws an <see cref="InvalidDataException"/> for bytes that are none.</summary>
    public static IReadOnlyList<Reading> Decode(byte[] body)
    {
        try
        {
            using MemoryStream stream = new(body, writable: false);
            using BinaryReader reader = new(stream, Encoding.UTF8);
            SeriesName[] names = new SeriesName[reader.ReadUInt16()];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = SeriesName.Parse(reader.ReadString());
            }

            Reading[] readings = new Reading[reader.ReadUInt16()];
            for (int i = 0; i < readings.Length; i++)
            {
                SeriesName series = names[reader.ReadUInt16()];
                DateTimeOffset takenAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());
                double value = reader.ReadDouble();
                byte mark = reader.ReadByte();
                readings[i] = new Reading(series, takenAt, value, QualityMark.FlagIn(mark)) { Test = QualityMark.TestIn(mark) };
            }

            return readings;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or IndexOutOfRangeException
            or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("a journal row is damaged", e);
        }
    }
}
