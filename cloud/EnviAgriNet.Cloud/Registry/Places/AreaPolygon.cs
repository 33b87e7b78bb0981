using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Registry.Places;

/// <summary>Checks the border of a region by the rules it must fulfil in a CAP document, and that it lies in Thailand.</summary>
internal static class AreaPolygon
{
    // Thailand with a margin, so that latitude and longitude in the wrong order are noticed.
    private const double LatitudeMin = 5;
    private const double LatitudeMax = 21;

    /// <summary>The rule a polygon breaks, or null.</summary>
    public static string? FaultOf(string polygon)
    {
        CapInfo info = new()
        {
            Categories = [CapCategory.Other],
            Event = "area",
            Urgency = CapUrgency.Unknown,
            Severity = CapSeverity.Unknown,
            Certainty = CapCertainty.Unknown,
            Areas = [new CapArea { Description = "area", Polygons = [polygon] }],
        };
        CapAlert alert = new()
        {
            Identifier = "area",
            Sender = "area",
            Sent = DateTimeOffset.UnixEpoch,
            Status = CapStatus.Test,
            MessageType = CapMessageType.Alert,
            Scope = CapScope.Public,
            Infos = [info],
        };
        string? fault = CapRules.Check(alert).FirstOrDefault(f => f.Element.Contains("polygon", StringComparison.Ordinal))?.Rule;
        return fault ?? (polygon.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(IsInThailand)
            ? null
            : $"has a point that does not lie between {LatitudeMin} and {LatitudeMax} degrees north; latitude stands before longitude");
    }

    private static bool IsInThailand(string pair) =>
        double.Parse(pair[..pair.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) is >= LatitudeMin and <= LatitudeMax;
}
