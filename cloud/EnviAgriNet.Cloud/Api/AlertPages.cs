using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Alerts for pages and programs.</summary>
internal sealed class AlertPages(IAlertBook alerts, IncomingPages incoming, NetworkClock clock)
{
    /// <summary>The alerts that are open, ours and those of other platforms; those for the record only are left out.</summary>
    public AlertsView Open() => new(
        clock.Now,
        [.. alerts.Open().Where(alert => alert.State != AlertState.Recorded && !alert.IsAllClear).Select(View), .. incoming.Open()]);

    /// <summary>The newest versions of any state.</summary>
    public AlertsView Newest() => new(clock.Now, [.. alerts.Newest(Limits.AlertsListedMax).Select(View)]);

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
