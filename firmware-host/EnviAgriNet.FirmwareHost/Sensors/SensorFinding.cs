using System.Text.Json.Nodes;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>Something that was found.</summary>
internal sealed record SensorFinding(string What, JsonObject? Entry);
