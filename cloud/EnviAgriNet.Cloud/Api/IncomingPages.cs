using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Platforms;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Alerts of other platforms, as they stand beside ours.</summary>
internal sealed class IncomingPages(IncomingBook book, TimeProvider time)
{
    // A stored document never changes, and reading it takes longer than asking for it.
    private readonly ConcurrentDictionary<long, AlertView> _views = new();

    /// <summary>The foreign alerts that are open.</summary>
    public IEnumerable<AlertView> Open()
    {
        if (_views.Count > Platforms.Limits.OpenMax * 2)
        {
            _views.Clear();
        }

        return book.Open(time.GetUtcNow()).Select(a => _views.GetOrAdd(a.Number, static (_, alert) => View(alert), a));
    }

    /// <summary>The bytes of a foreign document as they came; null when there is none that is believed.</summary>
    public byte[]? Document(long number) => book.Find(number) is { Verdict: IncomingVerdict.Accepted } found ? found.Xml : null;

    private static AlertView View(IncomingAlert alert)
    {
        IncomingWords words = IncomingWords.Of(alert);
        return new AlertView(
            alert.Identifier,
            $"incoming-{alert.Root}",
            1,
            alert.Type,
            false,
            HazardOf(alert),
            alert.Severity,
            "Foreign",
            alert.Regions.Count == 0 ? string.Empty : alert.Regions[0].Code,
            words.Onset ?? alert.SentAt,
            alert.SentAt,
            alert.SentAt,
            alert.ExpiresAt,
            false,
            words.Headline,
            words.Headline,
            words.Instruction,
            $"/cap/incoming/{alert.Number}.xml",
            alert.Source);
    }

    private static string HazardOf(IncomingAlert alert) => HazardGuess.CodeOf(alert.Xml);
}
