using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>
/// Reads SenML JSON (RFC 8428), plain or gzip, into readings of one station. A bad record costs only itself; what is not SenML at
/// all is refused whole. Keeps a bounded cache of names, so use one decoder per thread.
/// </summary>
public sealed class SenmlDecoder
{
    private const byte GzipFirst = 0x1F;
    private const byte GzipSecond = 0x8B;

    private readonly NameCache _names = new();
    private readonly SenmlRecord _record = new();

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">At most <see cref="Limits.PackBytesMax"/> bytes.</param>
    /// <param name="station">The station that sent it; every name must be under its base name.</param>
    /// <param name="now">Network time, against which relative and future times are judged; null when there is no such bound, as in a replay.</param>
    public SenmlBatch Decode(ReadOnlyMemory<byte> payload, StationId station, DateTimeOffset? now)
    {
        if (payload.Length > Limits.PackBytesMax)
        {
            return Refuse(PackRule.TooLarge, $"{payload.Length} bytes, allowed are {Limits.PackBytesMax}");
        }

        if (payload.Length < 2 || payload.Span[0] != GzipFirst || payload.Span[1] != GzipSecond)
        {
            return DecodeJson(payload.Span, station, now);
        }

        byte[] inflated = ArrayPool<byte>.Shared.Rent(Limits.PackInflatedBytesMax + 1);
        try
        {
            return Inflate(payload, inflated, out int length)
                ?? DecodeJson(inflated.AsSpan(0, length), station, now);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(inflated);
        }
    }

    private static SenmlBatch? Inflate(ReadOnlyMemory<byte> payload, byte[] inflated, out int length)
    {
        length = 0;
        try
        {
            using MemoryStream packed = new(payload.ToArray(), writable: false);
            using GZipStream gzip = new(packed, CompressionMode.Decompress);
            length = gzip.ReadAtLeast(inflated.AsSpan(0, Limits.PackInflatedBytesMax + 1), Limits.PackInflatedBytesMax + 1, false);
        }
        catch (InvalidDataException e)
        {
            return Refuse(PackRule.BadCompression, $"the gzip stream is broken: {e.Message}");
        }

        return length > Limits.PackInflatedBytesMax
            ? Refuse(PackRule.TooLarge, $"more than {Limits.PackInflatedBytesMax} bytes after decompression")
            : null;
    }

    private SenmlBatch DecodeJson(ReadOnlySpan<byte> utf8, StationId station, DateTimeOffset? now)
    {
        SenmlResolver resolver = new(station, now, _names);
        try
        {
            Utf8JsonReader json = new(utf8, new JsonReaderOptions { MaxDepth = Limits.JsonDepthMax });
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
            {
                return Refuse(PackRule.NotSenml, "the payload is not a JSON array of records");
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                if (resolver.Count == Limits.PackReadingsMax)
                {
                    return resolver.Refuse(
                        PackRule.TooManyReadings, $"more than {Limits.PackReadingsMax} records in one pack");
                }

                _record.Read(ref json, _names);
                resolver.Add(_record);
            }

            if (json.TokenType != JsonTokenType.EndArray)
            {
                return resolver.Refuse(PackRule.NotSenml, $"record {resolver.Count} is not a JSON object");
            }

            // Anything but white space behind the array makes the reader throw.
            json.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return resolver.Refuse(PackRule.NotJson, $"the payload is not JSON: {Cut(e.Message)}");
        }

        return resolver.Count == 0
            ? Refuse(PackRule.Empty, "there is no record")
            : resolver.Finish();
    }

    private static string Cut(string text) => text.Length <= 150 ? text : text[..150];

    private static SenmlBatch Refuse(PackRule rule, string detail) =>
        new(SenmlHead.Unread, [], [], new Refusal(-1, rule, string.Empty, detail));
}
