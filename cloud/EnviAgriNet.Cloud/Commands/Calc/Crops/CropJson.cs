using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>How a crop file is read: nothing unknown, no numbers in quotes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(CropFile))]
internal sealed partial class CropJson : JsonSerializerContext;
