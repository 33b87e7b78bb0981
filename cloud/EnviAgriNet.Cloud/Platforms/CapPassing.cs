using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Passes a foreign alert on as our own, when a releaser says so; a call to evacuate takes two of them.</summary>
internal sealed class CapPassing(RegistryDatabase registry, AlertBook book, AlertAdoption adoption, AuditBook audit, TimeProvider time)
{
    /// <summary>The most regions of one order.</summary>
    public const int RegionsMax = 100;

    /// <summary>Passes on. Returns the identifiers of our versions, one for each region, or the refusal; then nothing was done.</summary>
    public (IReadOnlyList<string> Identifiers, string? Refusal) Pass(PassOrder order)
    {
        List<string> made = [];
        string? refusal = null;
        try
        {
            registry.Write(c =>
            {
                refusal = Pass(c, order, made);
                return refusal is null ? 0 : throw new RefusedException();
            });
        }
        catch (RefusedException)
        {
            // Thrown only to take back what the transaction began.
            return ([], refusal);
        }

        book.SignalRelease();
        return (made, null);
    }

    private string? Pass(SqliteConnection connection, PassOrder order, List<string> made)
    {
        IncomingAlert? incoming = IncomingBook.Find(connection, order.Number);
        CapAlert? alert = incoming is null ? null : CapReader.Read(incoming.Xml).Alert;
        if (FaultOf(connection, order, incoming, alert) is { } fault)
        {
            return fault;
        }

        IReadOnlyList<RegionId> regions = order.Regions.Count > 0 ? order.Regions : incoming!.Regions;
        if (regions.Count is 0 or > RegionsMax)
        {
            return $"say with --region who is told: 1 to {RegionsMax} regions";
        }

        if ((order.Hazard ?? HazardGuess.Of(alert!)) is not { } hazard)
        {
            return "say with --hazard what it is about";
        }

        foreach (RegionId region in regions.Distinct())
        {
            AdoptedAlert adopted = new(
                $"cap-{incoming!.Root}-{region}", hazard, region, alert!, NameOf(alert!, incoming),
                Enum.Parse<CapSeverity>(incoming.Severity), incoming.ExpiresAt, incoming.IsOver);
            (AlertVersion? version, string? refusal) = adoption.Adopt(connection, adopted, time.GetUtcNow());
            if (version is null)
            {
                return refusal;
            }

            made.Add(version.Identifier);
            IncomingTables.AddPassed(connection, order.Number, version.Identifier);
            audit.Append(connection, new AuditEntry(
                order.By, "cap.passed", version.Identifier,
                $"incoming {order.Number} of {incoming.Source} to {region}{(order.Second is null ? string.Empty : $", with {order.Second}")}"));
        }

        return null;
    }

    private static string? FaultOf(SqliteConnection connection, PassOrder order, IncomingAlert? incoming, CapAlert? alert)
    {
        if (OfficerBook.Find(connection, order.By, Role.Releaser).Refusal is { } refusal)
        {
            return refusal;
        }

        return incoming is null ? $"there is no incoming alert {order.Number}"
            : incoming.Verdict != IncomingVerdict.Accepted || alert is null ? $"it is refused: {incoming.Reason}"
            : alert.Status != CapStatus.Actual ? $"its status is {alert.Status}"
            : incoming.ClosedBy is { } by ? $"number {by} took its place"
            : alert.Infos.Any(i => i.ResponseTypes.Contains(CapResponseType.Evacuate)) ? FaultOfSecond(connection, order)
            : null;
    }

    private static string? FaultOfSecond(SqliteConnection connection, PassOrder order) =>
        order.Second is not { } second ? "it tells people to leave: say with --second which other releaser agrees"
        : second == order.By ? "the second releaser must be another person"
        : OfficerBook.Find(connection, second, Role.Releaser).Refusal;

    private static string NameOf(CapAlert alert, IncomingAlert incoming) =>
        alert.Infos.Select(i => i.SenderName?.Trim()).FirstOrDefault(n => !string.IsNullOrEmpty(n)) is { Length: <= 30 } name
            ? name
            : incoming.Source.ToUpperInvariant();

    private sealed class RefusedException : Exception;
}
