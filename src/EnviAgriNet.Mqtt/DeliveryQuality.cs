namespace EnviAgriNet.Mqtt;

/// <summary>How hard the broker tries to deliver a message; the numbers are those on the wire.</summary>
public enum DeliveryQuality
{
    /// <summary>QoS 0: handed over once, may be lost.</summary>
    AtMostOnce = 0,

    /// <summary>QoS 1: acknowledged, may be repeated.</summary>
    AtLeastOnce = 1,
}
