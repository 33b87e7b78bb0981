namespace EnviAgriNet.Cloud.Channels;

/// <summary>What the gateway says of a message after it took it.</summary>
/// <param name="Delivery">The delivery's row.</param>
/// <param name="State">Sent (the operator took it), Delivered or Failed.</param>
/// <param name="GatewayRef">The operator's message id, or empty.</param>
/// <param name="Reason">Why it failed, without personal data; empty otherwise.</param>
internal sealed record SmsReceipt(long Delivery, DeliveryState State, string GatewayRef, string Reason);
