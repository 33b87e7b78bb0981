using System.Text.Json.Serialization;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The generated contracts of what stands as JSON in the registry and on the command line.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TrackerState))]
[JsonSerializable(typeof(Dictionary<string, AlertText>))]
internal sealed partial class AlertJson : JsonSerializerContext;
