using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>One SMS as a gateway is given it.</summary>
/// <param name="Delivery">The delivery's row.</param>
/// <param name="Number">The recipient.</param>
/// <param name="Text">The text.</param>
/// <param name="Priority">0 to 3.</param>
/// <param name="Validity">How long gateway and operator may hold on to it.</param>
/// <param name="Preferred">The gateway that may have it already, or null.</param>
internal sealed record SmsMessage(
    long Delivery, PhoneNumber Number, string Text, int Priority, TimeSpan Validity, string? Preferred);
