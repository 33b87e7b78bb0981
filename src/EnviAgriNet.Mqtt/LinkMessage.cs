namespace EnviAgriNet.Mqtt;

/// <summary>A message as it came from the broker.</summary>
/// <param name="Topic">The topic it was published on.</param>
/// <param name="Payload">Its bytes, owned by the receiver.</param>
/// <param name="Retained">True if the broker kept it and sends it because of a new subscription.</param>
public sealed record LinkMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained);
