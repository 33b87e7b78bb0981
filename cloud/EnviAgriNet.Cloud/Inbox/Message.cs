using EnviAgriNet.Cloud.Inbox.Keywords;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>A message while it is worked on.</summary>
/// <param name="Row">Its row in the inbox.</param>
/// <param name="Sms">As it came.</param>
/// <param name="Recipient">Who wrote, as a correspondent.</param>
/// <param name="Request">What it wants.</param>
/// <param name="Sender">What is known of who wrote.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Now">When it came.</param>
internal sealed record Message(
    long Row, InboundSms Sms, string Recipient, Request Request, Sender Sender, string Language, DateTimeOffset Now);
