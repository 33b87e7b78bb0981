using System.Globalization;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;

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

    /// <summary>
    /// Water that was let into a plot: advice on water that its farmer reported as done, with the amount that was advised; null when none
    /// was, for then nobody knows.
    /// </summary>
    public IReadOnlyList<FieldIrrigation>? Irrigations(long plot)
    {
        FieldIrrigation[] done =
        [
            .. newestFirst.Where(line => line.Plot == plot && line.Kind == AdviceKinds.Water && line.DoneAt is not null).Reverse()
                .Select(line => new FieldIrrigation(PlotForm.Today(line.DoneAt!.Value), AmountOf(line))).Where(let => let.Mm > 0),
        ];
        return done.Length == 0 ? null : done;
    }

    private static double AmountOf(AdviceLine line)
    {
        string? said = line.State.Split(';').FirstOrDefault(part => part.StartsWith(PlotNews.WaterMm + "=", StringComparison.Ordinal));
        return said is not null && double.TryParse(said.AsSpan(PlotNews.WaterMm.Length + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double mm) ? mm : 0;
    }

    /// <summary>When advice of a kind was last given on a plot; null when never.</summary>
    public DateTimeOffset? LastOf(string kind, long? plot) =>
        newestFirst.FirstOrDefault(line => line.Kind == kind && line.Plot == plot)?.GivenAt;
}
