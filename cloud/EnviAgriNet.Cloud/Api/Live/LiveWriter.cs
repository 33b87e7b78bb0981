using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>Writes events as they go over the line (the HTML standard's event stream). Safe for use by several threads.</summary>
internal sealed class LiveWriter(LiveBoard board, AlertPages alerts, NetworkClock clock)
{
    private static readonly JsonEncodedText NetworkTime = JsonEncodedText.Encode("network_time");

    /// <summary>Values, in as many events as it takes; the last carries the position, so that what is cut off is sent again.</summary>
    public byte[] Values(LiveTopics topics, IReadOnlyList<LiveChange> changes, long upTo, long skipped, bool isSnapshot)
    {
        ArrayBufferWriter<byte> to = new();
        if (topics.HasFlag(LiveTopics.Values))
        {
            WriteValues(to, changes, skipped, isSnapshot, topics.HasFlag(LiveTopics.Map) ? null : upTo);
        }

        if (topics.HasFlag(LiveTopics.Map))
        {
            Begin(to, "map", upTo);
            WriteMap(to, changes, isSnapshot);
            End(to);
        }

        return to.WrittenSpan.ToArray();
    }

    /// <summary>The open alerts: what they are without the time, to be compared, and the event.</summary>
    public (byte[] Edition, byte[] Event) Alerts()
    {
        AlertsView open = alerts.Open();
        return (
            JsonSerializer.SerializeToUtf8Bytes(open with { NetworkTime = null }, ApiJson.Readable.AlertsView),
            Event("alerts", JsonSerializer.SerializeToUtf8Bytes(open, ApiJson.Readable.AlertsView)));
    }

    /// <summary>That something changed which the page has to ask for.</summary>
    public static byte[] Changed(string kind, long change) =>
        Event(kind, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"change\":{change}}}")));

    /// <summary>A sign of life, with network time.</summary>
    public byte[] Beat()
    {
        ArrayBufferWriter<byte> to = new();
        Begin(to, "beat", null);
        using (Utf8JsonWriter json = new(to))
        {
            json.WriteStartObject();
            WriteNetworkTime(json);
            json.WriteEndObject();
        }

        End(to);
        return to.WrittenSpan.ToArray();
    }

    private void WriteValues(
        ArrayBufferWriter<byte> to, IReadOnlyList<LiveChange> changes, long skipped, bool isSnapshot, long? upTo)
    {
        for (int start = 0; start == 0 || start < changes.Count; start += Limits.ValuesPerEventMax)
        {
            bool isLast = start + Limits.ValuesPerEventMax >= changes.Count;
            Begin(to, "values", isLast ? upTo : null);
            ValuesView view = new(
                clock.Now,
                isLast ? skipped : 0,
                [.. changes.Skip(start).Take(Limits.ValuesPerEventMax).Select(c => StationPages.View(c.Series.Station, c.Newest))],
                isSnapshot);
            to.Write(JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Readable.ValuesView));
            End(to);
        }
    }

    private void WriteMap(ArrayBufferWriter<byte> to, IReadOnlyList<LiveChange> changes, bool isSnapshot)
    {
        using Utf8JsonWriter json = new(to);
        json.WriteStartObject();
        WriteNetworkTime(json);
        json.WriteBoolean("snapshot", isSnapshot);
        json.WriteStartArray("values");
        foreach (LiveChange change in changes)
        {
            Reading newest = change.Newest;
            json.WriteStartArray();
            json.WriteStringValue(change.Series.Station.Value);
            json.WriteStringValue(change.Series.Name.Text);
            json.WriteNumberValue(newest.Value);
            json.WriteNumberValue(newest.TakenAt.ToUnixTimeSeconds());
            json.WriteNumberValue((int)newest.Quality);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteNetworkTime(Utf8JsonWriter json)
    {
        if (clock.Now is { } now)
        {
            json.WriteString(NetworkTime, now);
        }
        else
        {
            json.WriteNull(NetworkTime);
        }
    }

    private static byte[] Event(string kind, ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte> to = new(json.Length + 64);
        to.Write(Encoding.UTF8.GetBytes($"event: {kind}\ndata: "));
        to.Write(json);
        End(to);
        return to.WrittenSpan.ToArray();
    }

    private void Begin(ArrayBufferWriter<byte> to, string kind, long? upTo) => to.Write(Encoding.UTF8.GetBytes(
        upTo is { } change ? $"event: {kind}\nid: {board.PositionOf(change)}\ndata: " : $"event: {kind}\ndata: "));

    private static void End(ArrayBufferWriter<byte> to) => to.Write("\n\n"u8);
}
