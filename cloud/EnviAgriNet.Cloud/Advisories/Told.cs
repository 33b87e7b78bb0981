using EnviAgriNet.Cloud.Registry.Farms;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// What a farmer was told, by topic. The state of a piece of advice is a list of <c>topic=value</c> with semicolons; the newest word
/// on a topic is what the farmer believes now. Pure.
/// </summary>
internal sealed class Told(IReadOnlyList<AdviceLine> newestFirst)
{
    /// <summary>Writes a state.</summary>
    public static string State(IEnumerable<(string Topic, string Value)> said) => string.Join(';', said.Select(s => $"{s.Topic}={s.Value}"));

    /// <summary>The last word on a topic and when it was said; null when there was none.</summary>
    /// <param name="plot">About which plot; null for a topic that is about no plot, such as a price.</param>
    /// <param name="topic">The topic.</param>
    public (string Value, DateTimeOffset At)? Last(long? plot, string topic)
    {
        string begin = topic + "=";
        foreach (AdviceLine line in newestFirst)
        {
            if (plot is not null && line.Plot != plot)
            {
                continue;
            }

            string? said = line.State.Split(';').FirstOrDefault(part => part.StartsWith(begin, StringComparison.Ordinal));
            if (said is not null)
            {
                return (said[begin.Length..], line.GivenAt);
            }
        }

        return null;
    }

    /// <summary>When advice of a kind was last given on a plot; null when never.</summary>
    public DateTimeOffset? LastOf(string kind, long? plot) =>
        newestFirst.FirstOrDefault(line => line.Kind == kind && line.Plot == plot)?.GivenAt;
}
