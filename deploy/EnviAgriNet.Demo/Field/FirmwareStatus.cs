using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>What a firmware host says of itself.</summary>
public sealed class FirmwareStatus(JsonObject answer)
{
    /// <summary>Samples its board produced.</summary>
    public long Produced => Number("produced");

    /// <summary>Samples the edge has on disk.</summary>
    public long Acknowledged => Number("acknowledged");

    /// <summary>Samples that wait in the ring.</summary>
    public long Ring => Number("ring");

    /// <summary>Samples lost because the ring was full.</summary>
    public long Overflowed => Number("overflowed");

    /// <summary>Samples the edge refused.</summary>
    public long Refused => Number("refused");

    /// <summary>Whether the board came to its end and everything was handed over.</summary>
    public bool IsFinished => answer["finished"]?.GetValue<bool>() ?? false;

    /// <summary>Whether the siren sounds.</summary>
    public bool Siren => answer["siren"]?.GetValue<bool>() ?? false;

    /// <summary>The answer as it came.</summary>
    public JsonObject Answer => answer;

    private long Number(string name) =>
        answer[name]?.GetValue<long>() ?? throw new FieldException($"the firmware host's status has no '{name}'");
}
