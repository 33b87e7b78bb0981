using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>
/// The foreign alerts in the registry: each is kept once, with its bytes and the verdict; an update or a cancellation closes what it
/// names, and may name only messages of its own sender that came by the same source. Safe for use by several threads.
/// </summary>
internal sealed class IncomingBook
{
    private readonly RegistryDatabase _registry;
    private readonly AuditBook _audit;

    public IncomingBook(RegistryDatabase registry, AuditBook audit)
    {
        _registry = registry;
        _audit = audit;
        registry.EnsureTables(IncomingTables.Schema);
    }

    /// <summary>Judges and keeps a document. A repeat changes nothing.</summary>
    public IncomingOutcome Take(
        CapSource source, string url, ReadOnlyMemory<byte> document, IReadOnlyList<X509Certificate2> certificates, DateTimeOffset now)
    {
        IncomingJudgement judged = IncomingJudge.Judge(document, source, certificates, now);
        return _registry.Write(c =>
        {
            IncomingAlert alert = AlertOf(source, url, document, judged, now);
            if (judged is { Refusal: { } refusal })
            {
                return Refuse(c, alert, refusal);
            }

            if (Find(c, alert.Sender, alert.Identifier, alert.SentAt) is { } known)
            {
                return IsSame(known, judged.Alert!)
                    ? new IncomingOutcome(known.Number, IncomingVerdict.Accepted, known.Reason, IsNew: false)
                    : Refuse(c, alert, $"sender, identifier and time are those of number {known.Number}, which says something else");
            }

            return FaultOfReferences(c, source, judged.Alert!, out List<IncomingAlert> named) is { } fault
                ? Refuse(c, alert, fault)
                : Accept(c, alert, named, now);
        });
    }

    /// <summary>Whether a document of an address was accepted before.</summary>
    public bool IsAccepted(string source, string url) => _registry.Read(c => c.One(
        "SELECT 1 FROM incoming_alert WHERE source = $source AND url = $url AND verdict = 'Accepted'",
        ("$source", source), ("$url", url)) is not null);

    /// <summary>The alerts that stand: meant, accepted, not closed, not over, not expired.</summary>
    public IReadOnlyList<IncomingAlert> Open(DateTimeOffset now) => _registry.Read(c => IncomingTables.Select(
        c,
        "WHERE verdict = 'Accepted' AND status = 'Actual' AND closed_by IS NULL AND is_over = 0 AND expires_at > $now "
        + "ORDER BY number DESC LIMIT $most",
        ("$now", now.ToUnixTimeMilliseconds()), ("$most", Limits.OpenMax)));

    /// <summary>The newest documents of any verdict, newest first.</summary>
    public IReadOnlyList<IncomingAlert> Newest(int count) =>
        _registry.Read(c => IncomingTables.Select(c, "ORDER BY number DESC LIMIT $count", ("$count", count)));

    /// <summary>The document of a number, or null.</summary>
    public IncomingAlert? Find(long number) => _registry.Read(c => Find(c, number));

    /// <summary>The same inside a transaction.</summary>
    public static IncomingAlert? Find(SqliteConnection connection, long number) =>
        IncomingTables.Select(connection, "WHERE number = $number", ("$number", number)) is [IncomingAlert found] ? found : null;

    /// <summary>Notes how a look at a source went.</summary>
    public void SaveLook(string source, DateTimeOffset at, string? fault) => _registry.Write(c =>
    {
        IncomingTables.SaveLook(c, source, at, fault);
        return 0;
    });

    /// <summary>How the last look at each source went.</summary>
    public IReadOnlyList<SourceLook> Looks() => _registry.Read(IncomingTables.Looks);

    private IncomingOutcome Accept(SqliteConnection connection, IncomingAlert alert, List<IncomingAlert> named, DateTimeOffset now)
    {
        IncomingTables.DeleteRefused(connection, alert.Source, alert.Url);
        long number = IncomingTables.Insert(connection, alert with { Root = named.Count == 0 ? 0 : named.Min(n => n.Root) });
        named.ForEach(n => IncomingTables.Close(connection, n.Number, number));
        _audit.Append(connection, new AuditEntry(
            AuditEntry.System, "cap.accepted", $"incoming {number}", $"{alert.Source} {alert.Type} {alert.Identifier}: {alert.Reason}"));
        IncomingTables.Prune(connection, alert.Source, now);
        return new IncomingOutcome(number, IncomingVerdict.Accepted, alert.Reason, IsNew: true);
    }

    // The same document of the same address is looked at several times; only its first refusal is news.
    private IncomingOutcome Refuse(SqliteConnection connection, IncomingAlert alert, string reason)
    {
        if (IncomingTables.Select(
            connection, "WHERE source = $source AND url = $url AND verdict = 'Refused' ORDER BY number DESC LIMIT 1",
            ("$source", alert.Source), ("$url", alert.Url)) is [IncomingAlert before]
            && before.Reason == reason && before.Xml.AsSpan().SequenceEqual(alert.Xml))
        {
            return new IncomingOutcome(before.Number, IncomingVerdict.Refused, reason, IsNew: false);
        }

        IncomingTables.DeleteRefused(connection, alert.Source, alert.Url);
        long number = IncomingTables.Insert(connection, alert with { Verdict = IncomingVerdict.Refused, Reason = reason });
        _audit.Append(connection, new AuditEntry(AuditEntry.System, "cap.refused", $"incoming {number}", $"{alert.Source}: {reason}"));
        IncomingTables.Prune(connection, alert.Source, alert.HeardAt);
        return new IncomingOutcome(number, IncomingVerdict.Refused, reason, IsNew: true);
    }

    private static string? FaultOfReferences(
        SqliteConnection connection, CapSource source, CapAlert alert, out List<IncomingAlert> named)
    {
        named = [];
        if (alert.MessageType is not (CapMessageType.Update or CapMessageType.Cancel))
        {
            return null;
        }

        if (!CapReference.TryParseAll(alert.References ?? string.Empty, out IReadOnlyList<CapReference> references))
        {
            return "it references nothing";
        }

        foreach (CapReference reference in references)
        {
            if (reference.Sender != alert.Sender)
            {
                return $"it references a message of another sender, {reference}";
            }

            if (Find(connection, reference.Sender, reference.Identifier, reference.Sent) is not { } found || found.Source != source.Name)
            {
                return $"it references a message that was never heard from this source, {reference}";
            }

            named.Add(found);
        }

        return null;
    }

    private static IncomingAlert? Find(SqliteConnection connection, string sender, string identifier, DateTimeOffset sent) =>
        IncomingTables.Select(
            connection, "WHERE sender = $sender AND identifier = $identifier AND sent_at = $sent AND verdict = 'Accepted'",
            ("$sender", sender), ("$identifier", identifier), ("$sent", sent.ToUnixTimeMilliseconds())) is [IncomingAlert found]
            ? found
            : null;

    private static bool IsSame(IncomingAlert known, CapAlert alert) =>
        CapReader.Read(known.Xml).Alert is { } before && CapWriter.Write(before) == CapWriter.Write(alert);

    private static IncomingAlert AlertOf(
        CapSource source, string url, ReadOnlyMemory<byte> document, IncomingJudgement judged, DateTimeOffset now)
    {
        CapAlert? alert = judged.Alert;
        return new IncomingAlert(
            0, source.Name, url, now, IncomingVerdict.Accepted, judged.Standing, alert?.Sender ?? string.Empty,
            alert?.Identifier ?? string.Empty, alert?.Sent ?? DateTimeOffset.UnixEpoch, alert?.MessageType.ToString() ?? string.Empty,
            alert?.Status.ToString() ?? string.Empty, alert is null ? string.Empty : IncomingJudge.SeverityOf(alert).ToString(),
            alert is null ? DateTimeOffset.UnixEpoch : IncomingJudge.ExpiryOf(alert), alert is not null && IncomingJudge.IsOver(alert),
            alert is null ? [] : IncomingJudge.RegionsOf(alert, source), null, 0, [], document.ToArray());
    }
}

/// <summary>What came of a document.</summary>
/// <param name="Number">Its number with us.</param>
/// <param name="Verdict">Whether it is believed.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsNew">False when nothing changed.</param>
internal sealed record IncomingOutcome(long Number, IncomingVerdict Verdict, string Reason, bool IsNew);
