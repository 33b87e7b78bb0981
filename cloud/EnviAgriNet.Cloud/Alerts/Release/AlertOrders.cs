namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>All that officers can order about warnings.</summary>
/// <param name="Desk">Release and drop.</param>
/// <param name="Revisions">Edit, cancel, all-clear, extend.</param>
/// <param name="Manual">Compose.</param>
internal sealed record AlertOrders(ReleaseDesk Desk, AlertRevisions Revisions, ManualAlerts Manual);
