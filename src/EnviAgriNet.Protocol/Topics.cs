using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Protocol;

/// <summary>The MQTT topics: <c>eag/v1/{province}/{station}/{kind}</c>.</summary>
public static class Topics
{
    /// <summary>What every topic of this version begins with.</summary>
    public const string Root = "eag/v1";

    /// <summary>Up: packs of readings.</summary>
    public const string Readings = "readings";

    /// <summary>Up: what happened at the station, such as drops with their reason.</summary>
    public const string Events = "events";

    /// <summary>Up, retained, last will: how the station is.</summary>
    public const string Health = "health";

    /// <summary>Down: which packs are stored.</summary>
    public const string Receipts = "receipts";

    /// <summary>Down: alerts for the siren and the board.</summary>
    public const string Alerts = "alerts";

    /// <summary>Down, retained: sampling and limits.</summary>
    public const string Config = "config";

    /// <summary>The topic of one kind of one station.</summary>
    /// <param name="region">Where the station stands; its province goes into the topic.</param>
    /// <param name="station">The station.</param>
    /// <param name="kind">One of the constants of this class.</param>
    public static string Of(RegionId region, StationId station, string kind) =>
        $"{Root}/{region.Province}/{station}/{kind}";

    /// <summary>The filter for one kind of all stations; with a group, a shared subscription.</summary>
    public static string FilterAll(string kind, string? group = null) =>
        (group is null ? string.Empty : $"$share/{group}/") + $"{Root}/+/+/{kind}";

    /// <summary>Takes a topic apart; false when it is not one of this version's.</summary>
    public static bool TryParse(
        string topic, out RegionId province, out StationId station, [NotNullWhen(true)] out string? kind)
    {
        province = default;
        station = default;
        kind = null;
        string[] parts = topic.Split('/');
        if (parts.Length != 5 || parts[0] != "eag" || parts[1] != "v1" || parts[2].Length != 2
            || !RegionId.TryParse(parts[2], out province) || !StationId.TryParse(parts[3], out station))
        {
            return false;
        }

        kind = parts[4];
        return true;
    }
}
