using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Makes the sheet of one version.</summary>
internal sealed class SheetPages(
    RegistryDatabase registry, ReleaseDesk desk, AuditBook audit, AudienceBook audience, PhonePages phones, PlaceNames places, NetworkClock clock)
{
    /// <summary>The sheet of a version; null when there is none of that number.</summary>
    public AlertSheet? Find(long number)
    {
        (IReadOnlyList<HeldAlert> waiting, DateTimeOffset now) = desk.Waiting();
        (AlertVersion? alert, EventVersions versions) = registry.Read(c => AlertTables.ByNumber(c, number) is { } found
            ? (found, EventVersions.Of(c, found.EventId))
            : ((AlertVersion?)null, EventVersions.None));
        if (alert is null)
        {
            return null;
        }

        HeldAlert? held = waiting.FirstOrDefault(h => h.Alert.Number == number);
        Audience told = audience.Of(alert.Region);
        AlertVersion? inForce = !versions.IsOver && versions.History.Told is { } last && last.ExpiresAt > now ? last : null;
        bool isManual = alert.EventId.Contains(AlertTables.ManualMark, StringComparison.Ordinal);
        return new AlertSheet(
            now, clock.Mode == NetworkTimeMode.Replay, alert.Number, alert.Identifier, alert.EventId, alert.Version, alert.Type, alert.IsAllClear, alert.Hazard,
            alert.Severity, alert.State.ToString(), alert.Region.Code, places.Of(alert.Region), isManual, alert.MeasuredAt, alert.SentAt, alert.ExpiresAt,
            alert.Siren, alert.Mark, held is null ? null : Hold(held, now), inForce?.Number, told.People, told.Centres, phones.Of(alert.Texts, told),
            [.. versions.All.Select(Line)], Steps(alert), CanOf(held is not null && alert.ExpiresAt > now && !versions.IsOver, inForce?.Number == number, isManual));
    }

    private static SheetHold Hold(HeldAlert held, DateTimeOffset now) => new(
        held.Since, held.Ends, Math.Max(0, (long)(held.Ends - now).TotalSeconds),
        held.Until is null || held.Until > held.Alert.ExpiresAt ? "expire" : held.Then.ToString().ToLowerInvariant(), held.Persons, held.Approvals);

    private static IReadOnlyList<string> CanOf(bool isHeld, bool isInForce, bool isManual) =>
        isHeld ? ["release", "edit", "drop"]
        : !isInForce ? []
        : isManual ? ["edit", "extend", "all-clear", "cancel"]
        : ["edit", "extend", "cancel"];

    private static ProofVersion Line(AlertVersion version) => new(
        version.Number, version.Identifier, version.Version, version.Type, version.IsAllClear, version.Severity, version.State.ToString(), version.SentAt);

    private IReadOnlyList<ProofStep> Steps(AlertVersion alert) =>
        [.. audit.List(null, HoldBook.SubjectOf(alert), Limits.StepsMax).Select(l => new ProofStep(l.At, l.Entry.Actor, l.Entry.Action, l.Entry.Detail))];
}
