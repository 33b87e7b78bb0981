using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Protocol.Cap.Feeds;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Looks at one source, again and again. Not safe for use by several threads.</summary>
internal sealed class CapListener(CapSource source, IncomingBook book, CapFetch fetch, TimeProvider time) : IDisposable
{
    private readonly Uri _address = new(source.Url);
    private readonly X509Certificate2[] _certificates =
        source.Certificate is { } file ? [X509CertificateLoader.LoadCertificateFromFile(file)] : [];

    private readonly Dictionary<string, (int Tries, DateTimeOffset Next)> _again = new(StringComparer.Ordinal);
    private EntityTagHeaderValue? _tag;
    private DateTimeOffset? _changed;
    private int _failures;

    /// <summary>How long to wait before the next look: the source's own time, doubled with each failure up to the limit.</summary>
    public TimeSpan Pause => _failures == 0
        ? source.Poll
        : TimeSpan.FromTicks(Math.Max(source.Poll.Ticks, Math.Min(Limits.BackOffMax.Ticks, source.Poll.Ticks << Math.Min(_failures, 12))));

    /// <summary>Looks once. Returns what came of new documents; the fault is null when the source answered well.</summary>
    public async Task<(IReadOnlyList<IncomingOutcome> Outcomes, string? Fault)> StepAsync(CancellationToken cancellationToken)
    {
        (List<IncomingOutcome> outcomes, string? fault) = await LookAsync(cancellationToken);
        _failures = fault is null ? 0 : _failures + 1;
        book.SaveLook(source.Name, time.GetUtcNow(), fault);
        return (outcomes, fault);
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_certificates, c => c.Dispose());

    private async Task<(List<IncomingOutcome> Outcomes, string? Fault)> LookAsync(CancellationToken cancellationToken)
    {
        Fetched fetched = await fetch.GetAsync(_address, _tag, _changed, CapFeedReader.BytesMax, cancellationToken);
        if (fetched.Body is not { } body)
        {
            return ([], fetched.Fault);
        }

        CapFeed feed = CapFeedReader.Read(body, source.Format, _address, [.. source.Hosts]);
        if (feed.Fault is { } fault)
        {
            return ([], fault.ToString());
        }

        (List<(string Key, byte[] Document)> documents, bool isAll) = await FetchAsync(feed, cancellationToken);
        List<IncomingOutcome> outcomes = [];

        // Older messages first, so that an update finds what it names.
        foreach ((string key, byte[] document) in documents.OrderBy(d => CapReader.Read(d.Document).Alert?.Sent ?? DateTimeOffset.MaxValue))
        {
            IncomingOutcome outcome = book.Take(source, key, document, _certificates, time.GetUtcNow());
            outcomes.Add(outcome);
            isAll &= outcome.Verdict == IncomingVerdict.Accepted || !TryLater(key);
        }

        // While something is still to be fetched the feed must be read again, though it says that nothing changed.
        (_tag, _changed) = isAll ? (fetched.Tag, fetched.Changed) : (null, null);
        return (outcomes, null);
    }

    private async Task<(List<(string Key, byte[] Document)> Documents, bool IsAll)> FetchAsync(
        CapFeed feed, CancellationToken cancellationToken)
    {
        List<(string, byte[])> documents = [];
        bool isAll = true;
        foreach (CapFeedEntry entry in feed.Entries)
        {
            // A file may be written anew for another message, which then has another id in the feed.
            string key = entry.Id.Length == 0 ? entry.Address.AbsoluteUri : $"{entry.Address.AbsoluteUri} {entry.Id}";
            if (source.Format != CapFeedFormat.Cap && (book.IsAccepted(source.Name, key) || !IsDue(key, ref isAll)))
            {
                continue;
            }

            if (documents.Count >= Limits.FetchesPerPollMax)
            {
                return (documents, false);
            }

            if (entry.Embedded is { } embedded)
            {
                documents.Add((key, embedded.ToArray()));
                continue;
            }

            Fetched fetched = await fetch.GetAsync(entry.Address, null, null, CapReader.BytesMax, cancellationToken);
            if (fetched.Body is { } body)
            {
                documents.Add((key, body));
            }
            else
            {
                isAll &= !TryLater(key);
            }
        }

        return (documents, isAll);
    }

    private bool IsDue(string key, ref bool isAll)
    {
        if (!_again.TryGetValue(key, out (int Tries, DateTimeOffset Next) again))
        {
            return true;
        }

        bool isGivenUp = again.Tries >= Limits.TriesMax;
        isAll &= isGivenUp;
        return !isGivenUp && time.GetUtcNow() >= again.Next;
    }

    // Returns whether it will be tried again.
    private bool TryLater(string key)
    {
        if (_again.Count >= Limits.RememberedMax)
        {
            _again.Clear();
        }

        int tries = _again.GetValueOrDefault(key).Tries + 1;
        _again[key] = (tries, time.GetUtcNow() + TimeSpan.FromTicks(source.Poll.Ticks << (tries - 1)));
        return tries < Limits.TriesMax;
    }
}
