using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.Demo.Runs;

/// <summary>What a sped-up network needs set differently from one in service.</summary>
internal static class DemoSettings
{
    /// <summary>For boards that run at a multiple of real time.</summary>
    public static void Simulated(FieldNetwork network)
    {
        // A second of delay on this machine is an hour or two of simulated time; it does not make a reading late.
        SettingsFile.Set(network.Cloud.Settings, "Cloud", "LateAfter", "2.00:00:00");
        foreach (Centre centre in network.Centres)
        {
            SettingsFile.Set(centre.Edge.Settings, "Packing", "AgeMax", "00:00:00.250");
        }
    }

    /// <summary>For a recording that runs as fast as possible.</summary>
    public static void Replayed(FieldNetwork network)
    {
        SettingsFile.Set(network.Cloud.Settings, "Store", "RawMonths", 1200);
        // A board cannot show a warning for months that pass in a minute; people's messages are kept and counted.
        network.Cloud.Settings["Channels"]!["Siren"] = new JsonObject { ["Enabled"] = false };
        foreach (Centre centre in network.Centres)
        {
            // All packs that may wait are on their way at once, in their order: newest-first has nothing to choose from.
            SettingsFile.Set(centre.Edge.Settings, "Intake", "Pace", "Uplink");
            SettingsFile.Set(centre.Edge.Settings, "Intake", "UplinkDepthMax", 64);
            SettingsFile.Set(centre.Edge.Settings, "Uplink", "InFlightMax", 200);
            SettingsFile.Set(centre.Edge.Settings, "Packing", "ReadingsMax", 48);
            SettingsFile.Set(centre.Edge.Settings, "Packing", "AgeMax", "00:00:00.050");
            SettingsFile.Set(centre.Firmware.Settings, "Link", "BatchReadingsMax", 480);
        }
    }

    /// <summary>Sets the wall time that belongs to the simulated start, when everything else is up.</summary>
    public static void Begin(FieldNetwork network, DateTimeOffset wallStart)
    {
        foreach (Centre centre in network.Centres)
        {
            SettingsFile.Set(
                centre.Firmware.Settings, "Board", "WallStart", wallStart.ToString("O", CultureInfo.InvariantCulture));
            centre.StandIns?.Begin(wallStart);
        }
    }
}
