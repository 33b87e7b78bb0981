namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>What a gateway says of a message after it took it.</summary>
/// <param name="Delivery">The delivery's row.</param>
/// <param name="Gateway">Which gateway says so.</param>
/// <param name="Code">What it says.</param>
/// <param name="GatewayRef">The message's id at the other side, or empty.</param>
/// <param name="Reason">Why it did not arrive, without personal data; empty otherwise.</param>
internal sealed record SmsReceipt(long Delivery, string Gateway, ReceiptCode Code, string GatewayRef, string Reason);
