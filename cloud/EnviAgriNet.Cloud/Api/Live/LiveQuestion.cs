using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>What a page asks a live stream for: only what it has on its screen.</summary>
/// <param name="Key">The question in one spelling: pages that ask the same share one feed.</param>
/// <param name="Filter">The series.</param>
/// <param name="Topics">What of them and besides.</param>
internal sealed record LiveQuestion(string Key, LiveFilter Filter, LiveTopics Topics)
{
    private const LiveTopics OfficersOnly = LiveTopics.Cases | LiveTopics.Waiting;
    private const LiveTopics Default = LiveTopics.Values | LiveTopics.Alerts;
    private const int TextMax = 4_000;

    private static readonly string[] TopicNames = ["values", "map", "alerts", "cases", "waiting"];

    /// <summary>Whether only officers may ask this.</summary>
    public bool IsForOfficers => (Topics & OfficersOnly) != LiveTopics.None;

    /// <summary>Reads a question; false with a sentence that names the field and its limit.</summary>
    public static bool TryRead(
        string? stations,
        string? series,
        string? topics,
        [NotNullWhen(true)] out LiveQuestion? question,
        [NotNullWhen(false)] out string? fault)
    {
        question = null;
        if (!TryReadTopics(topics, out LiveTopics asked, out fault)
            || !TryReadStations(stations, out List<StationId>? ids, out fault)
            || !TryReadSeries(series, out SortedSet<string>? names, out fault))
        {
            return false;
        }

        if (asked.HasFlag(LiveTopics.Map) && names is null)
        {
            fault = "the topic map needs series: the quantities that the map shows";
            return false;
        }

        string key = $"{(int)asked}|{(ids is null ? "*" : string.Join(',', ids))}|{(names is null ? "*" : string.Join(',', names))}";
        question = new LiveQuestion(key, new LiveFilter(ids, names), asked);
        return true;
    }

    private static bool TryReadTopics(string? text, out LiveTopics topics, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        topics = string.IsNullOrEmpty(text) ? Default : LiveTopics.None;
        foreach (string part in Parts(text))
        {
            int at = Array.IndexOf(TopicNames, part);
            if (at < 0)
            {
                fault = $"topics are some of {string.Join(", ", TopicNames)}";
                return false;
            }

            topics |= (LiveTopics)(1 << at);
        }

        return true;
    }

    private static bool TryReadStations(string? text, out List<StationId>? ids, [NotNullWhen(false)] out string? fault)
    {
        ids = null;
        fault = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        SortedSet<StationId> found = [];
        foreach (string part in Parts(text))
        {
            if (!StationId.TryParse(part, out StationId id))
            {
                fault = $"stations are ids of {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'";
                return false;
            }

            found.Add(id);
        }

        ids = [.. found];
        fault = ids.Count is 0 or > Limits.StreamStationsMax || text.Length > TextMax
            ? $"stations are 1 to {Limits.StreamStationsMax} ids with commas between"
            : null;
        return fault is null;
    }

    private static bool TryReadSeries(string? text, out SortedSet<string>? names, [NotNullWhen(false)] out string? fault)
    {
        names = null;
        fault = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        SortedSet<string> found = new(StringComparer.Ordinal);
        foreach (string part in Parts(text))
        {
            if (QuantityCatalog.TryGet(part, out _))
            {
                found.Add(part);
            }
            else if (SeriesName.TryParse(part, out SeriesName? name, out fault))
            {
                found.Add(name.Text);
            }
            else
            {
                return false;
            }
        }

        names = found;
        fault = found.Count is 0 or > Limits.StreamSeriesMax || text.Length > TextMax
            ? $"series are 1 to {Limits.StreamSeriesMax} names with commas between"
            : null;
        return fault is null;
    }

    private static string[] Parts(string? text) => text is null || text.Length > TextMax
        ? []
        : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
