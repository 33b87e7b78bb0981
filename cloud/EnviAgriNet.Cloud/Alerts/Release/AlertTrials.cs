using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// The same orders, tried: each runs as it would in earnest, on the state as it is now, and is taken back. So what a page shows before
/// somebody confirms is what would happen, not a second opinion on it.
/// </summary>
internal sealed class AlertTrials
{
    public AlertTrials(
        RegistryDatabase registry, AlertBook book, HoldBook holds, AlertIssuer issuer, WarningComposer composer, NetworkClock clock,
        IOptions<AlertsOptions> options)
    {
        ReleaseDesk desk = new(registry, book, holds, issuer) { IsTrial = true };
        Orders = new AlertOrders(
            desk, new AlertRevisions(desk, holds, issuer, composer, clock), new ManualAlerts(desk, book, holds, issuer, composer, clock, options));
    }

    /// <summary>The orders.</summary>
    public AlertOrders Orders { get; }
}
