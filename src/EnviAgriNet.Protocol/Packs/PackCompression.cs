namespace EnviAgriNet.Protocol.Packs;

/// <summary>How a pack travels. A reader tells them apart by the first byte, so no MQTT property is needed.</summary>
public enum PackCompression
{
    /// <summary>Plain SenML JSON; begins with <c>[</c>.</summary>
    None,

    /// <summary>The same in gzip (RFC 1952); begins with 0x1F 0x8B.</summary>
    Gzip,
}
