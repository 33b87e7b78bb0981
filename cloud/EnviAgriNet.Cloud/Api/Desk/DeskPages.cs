using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Hazards;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Makes what officers see first.</summary>
internal sealed class DeskPages(
    ReleaseDesk desk, AlertBook alerts, AuditBook audit, AudienceBook audience, ReachBook reach, PlaceNames places, NetworkClock clock,
    IOptions<ReleaseOptions> options)
{
    private static readonly IReadOnlyList<string> Hazards = [.. Enum.GetValues<HazardKind>().Select(h => h.Code())];

    private readonly IReadOnlyList<PolicyLine> _policies =
    [
        .. options.Value.Policies.Select(p => new PolicyLine(
            p.Hazard, p.Severity, p.Way == ReleaseWay.Wait ? p.Wait.TotalMinutes : null, p.Then.ToString().ToLowerInvariant(), p.Persons == 0 ? null : p.Persons)),
    ];

    /// <summary>Makes it.</summary>
    public DeskView Now()
    {
        (IReadOnlyList<HeldAlert> held, DateTimeOffset now) = desk.Waiting();
        IReadOnlyList<AlertVersion> open = [.. alerts.Open().Where(a => !a.IsAllClear && a.ExpiresAt > now)];
        Dictionary<string, long> told = open.GroupBy(a => a.EventId).ToDictionary(g => g.Key, g => g.Last().Number);
        return new DeskView(
            now,
            clock.Mode == NetworkTimeMode.Replay,
            [.. held.Take(Limits.WaitingMax).Select(h => Line(h, now, told.TryGetValue(h.Alert.EventId, out long number) ? number : null))],
            [.. open.OrderByDescending(a => Severities.Rank(a.Severity)).ThenByDescending(a => a.SentAt).Take(Limits.OpenMax).Select(Line)],
            [.. alerts.Newest(Limits.NewestMax).Where(a => a.IsAllClear || a.State == AlertState.Dropped).Take(Limits.EndedMax).Select(Ended)],
            _policies,
            Hazards);
    }

    private WaitingLine Line(HeldAlert held, DateTimeOffset now, long? replaces)
    {
        AlertVersion alert = held.Alert;
        AuditEntry? first = audit.List(null, HoldBook.SubjectOf(alert), Limits.StepsMax) is [var line, ..] ? line.Entry : null;
        Audience told = audience.Of(alert.Region);
        return new WaitingLine(
            alert.Number, alert.EventId, alert.Version, alert.Hazard, alert.Severity, alert.State.ToString(), alert.Region.Code, places.Of(alert.Region),
            held.Since, held.Ends, Math.Max(0, (long)(held.Ends - now).TotalSeconds),
            held.Until is null || held.Until > alert.ExpiresAt ? "expire" : held.Then.ToString().ToLowerInvariant(),
            held.Persons, held.Approvals, first?.Actor ?? AuditEntry.System, WhyOf(first), IsManual(alert), replaces, alert.ExpiresAt,
            told.People, told.Centres, alert.Siren, alert.Mark, alert.Headline);
    }

    // Before the colon stands what the page shows anyway.
    private static string WhyOf(AuditEntry? first) =>
        first?.Detail.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? first.Detail[(at + 2)..] : first?.Detail ?? string.Empty;

    private OpenLine Line(AlertVersion alert)
    {
        ReachCount? count = reach.Of(alert.EventId);
        return new OpenLine(
            alert.Number, alert.EventId, alert.Version, alert.Type, alert.Hazard, alert.Severity, alert.Region.Code, places.Of(alert.Region),
            alert.MeasuredAt, alert.SentAt, alert.ExpiresAt, IsManual(alert), count?.Version, count?.People, count?.Reached, count?.Waiting, alert.Headline);
    }

    private EndedLine Ended(AlertVersion alert) => new(
        alert.Number, alert.Type, alert.IsAllClear, alert.Hazard, alert.Severity, alert.State.ToString(), alert.Region.Code, places.Of(alert.Region),
        alert.SentAt, alert.Headline);

    private static bool IsManual(AlertVersion alert) => alert.EventId.Contains(AlertTables.ManualMark, StringComparison.Ordinal);
}
