using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Alerts for pages and programs.</summary>
internal sealed class AlertPages(IAlertBook alerts, IncomingPages incoming, NetworkClock clock)
{
    /// <summary>
    /// The alerts that are open, ours and those of other platforms; those for the record only are left out. Those that wait for persons
    /// or were dropped are for officers alone: nobody is to act on words that were not released.
    /// </summary>
    public AlertsView Open(bool isForOfficers = false) => new(
        clock.Now,
        [
            .. alerts.Open().Where(alert => alert.State != AlertState.Recorded && !alert.IsAllClear && (isForOfficers || IsPublic(alert))).Select(View),
            .. incoming.Open(),
        ]);

    /// <summary>The newest versions.</summary>
    public AlertsView Newest(bool isForOfficers = false) => new(
        clock.Now, [.. alerts.Newest(Limits.AlertsListedMax).Where(alert => isForOfficers || IsPublic(alert)).Select(View)]);

    private static bool IsPublic(AlertVersion alert) => alert.State is not (AlertState.Draft or AlertState.Waiting or AlertState.Dropped);

    private static AlertView View(AlertVersion alert)
    {
        CapExtract cap = CapExtract.Read(alert.CapXml);
        return new AlertView(
            alert.Identifier,
            alert.EventId,
            alert.Version,
            alert.Type,
            alert.IsAllClear,
            alert.Hazard,
            alert.Severity,
            alert.State.ToString(),
            alert.Region.Code,
            cap.Onset ?? alert.MeasuredAt,
            alert.MeasuredAt,
            alert.SentAt,
            alert.ExpiresAt,
            alert.Siren,
            alert.Headline,
            alert.Sms,
            cap.Instruction,
            $"/alerts/{Uri.EscapeDataString(alert.Identifier)}.xml");
    }
}
