using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>The warnings that touch a place. Only what was released is told; drafts are no business of the public.</summary>
internal sealed class PlaceWarnings(IAlertBook alerts, IncomingPages incoming, EvacuationBook shelters, IStationBook stations)
{
    private static readonly string[] Severities = ["Extreme", "Severe", "Moderate", "Minor"];

    /// <summary>The open warnings of a place and of the rest of its province, and those of the place that ended lately.</summary>
    public (IReadOnlyList<PlaceWarningView> Here, IReadOnlyList<ElsewhereView> Elsewhere, IReadOnlyList<EndedView> Ended) Of(RegionId place, DateTimeOffset? now)
    {
        List<AlertVersion> ours = [.. alerts.Open().Where(a => IsOut(a) && !a.IsAllClear && !(a.ExpiresAt < now))];
        List<AlertView> foreign = [.. incoming.Open()];
        IEnumerable<PlaceWarningView> here = ours.Where(a => Touches(a.Region, place)).Select(a => View(a, place))
            .Concat(foreign.Where(a => RegionId.TryParse(a.Region, out RegionId region) && Touches(region, place)).Select(a => View(a, place)));
        IEnumerable<ElsewhereView> elsewhere = ours
            .Where(a => a.Region.Province == place.Province && !Touches(a.Region, place))
            .Select(a => new ElsewhereView(a.Hazard, a.Severity, a.Region.Code, a.Headline));
        return (
            [.. here.OrderBy(a => Rank(a.Severity)).ThenByDescending(a => a.SentAt).Take(ResidentLimits.WarningsMax)],
            [.. elsewhere.OrderBy(a => Rank(a.Severity)).Take(ResidentLimits.WarningsMax)],
            Ended(place, now));
    }

    private List<EndedView> Ended(RegionId place, DateTimeOffset? now) =>
    [
        .. alerts.Newest(Api.Limits.AlertsListedMax)
            .Where(a => a.IsAllClear && IsOut(a) && Touches(a.Region, place) && now - a.SentAt <= ResidentLimits.EndedFor)
            .DistinctBy(a => a.EventId).Take(ResidentLimits.WarningsMax)
            .Select(a => new EndedView(a.Identifier, a.Hazard, a.SentAt, a.Headline)),
    ];

    private PlaceWarningView View(AlertVersion alert, RegionId place) => new(
        alert.Identifier,
        alert.Hazard,
        alert.Severity,
        alert.Region.Code,
        CapExtract.Read(alert.CapXml).Onset ?? alert.MeasuredAt,
        alert.SentAt,
        alert.ExpiresAt,
        alert.Headline,
        Said(alert, text => text.Description),
        Said(alert, text => text.Instruction),
        Said(alert, text => text.Area),
        Said(alert, text => text.SenderName),
        Shelters(alert.Hazard, place),
        $"/alerts/{Uri.EscapeDataString(alert.Identifier)}.xml",
        null);

    private PlaceWarningView View(AlertView alert, RegionId place) => new(
        alert.Identifier, alert.Hazard, alert.Severity, alert.Region, alert.Since, alert.SentAt, alert.ExpiresAt, alert.Headline,
        new Dictionary<string, string>(), alert.Instruction, new Dictionary<string, string>(), new Dictionary<string, string>(),
        Shelters(alert.Hazard, place), alert.Cap, alert.Source);

    private List<ShelterView> Shelters(string hazard, RegionId place)
    {
        if (!HazardCodes.TryParse(hazard, out HazardKind kind))
        {
            return [];
        }

        Station? centre = stations.All.FirstOrDefault(s => place.Contains(s.Region) && s.Latitude is not null && s.Longitude is not null);
        (double, double)? from = centre is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null;
        return
        [
            .. shelters.Near(place, kind, from, ResidentLimits.SheltersMax)
                .Select(s => new ShelterView(s.Name.NameTh, s.Name.NameEn, s.Phone, s.Latitude, s.Longitude, s.Capacity)),
        ];
    }

    private static Dictionary<string, string> Said(AlertVersion alert, Func<Core.Alerts.AlertText, string> part) =>
        alert.Texts.Where(text => part(text.Value).Length > 0).ToDictionary(text => text.Key, text => part(text.Value));

    private static bool IsOut(AlertVersion alert) => alert.State is AlertState.Released or AlertState.Targeted;

    private static bool Touches(RegionId region, RegionId place) => region.Contains(place) || place.Contains(region);

    private static int Rank(string severity) => Array.IndexOf(Severities, severity) is >= 0 and var rank ? rank : Severities.Length;
}
