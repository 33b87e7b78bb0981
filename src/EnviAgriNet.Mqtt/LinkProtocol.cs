namespace EnviAgriNet.Mqtt;

/// <summary>Which version of MQTT the link speaks.</summary>
public enum LinkProtocol
{
    /// <summary>MQTT 5, and 3.1.1 with a broker that does not speak 5.</summary>
    Auto,

    /// <summary>MQTT 5 only.</summary>
    V5,

    /// <summary>MQTT 3.1.1 only.</summary>
    V311,
}
