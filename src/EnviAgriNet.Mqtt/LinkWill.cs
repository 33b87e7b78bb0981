namespace EnviAgriNet.Mqtt;

/// <summary>What the broker publishes for us when the link is lost without a clean stop.</summary>
/// <param name="Topic">The topic; no wildcards.</param>
/// <param name="Payload">The bytes; the caller does not change them afterwards.</param>
/// <param name="Quality">How hard the broker tries to deliver it.</param>
/// <param name="Retain">True if the broker keeps it for later subscribers.</param>
public sealed record LinkWill(string Topic, ReadOnlyMemory<byte> Payload, DeliveryQuality Quality, bool Retain);
