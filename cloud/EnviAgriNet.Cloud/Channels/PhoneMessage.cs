namespace EnviAgriNet.Cloud.Channels;

/// <summary>A message on the on-screen phone.</summary>
/// <param name="Id">The delivery; a repeat of one that is shown changes nothing.</param>
/// <param name="To">The masked number.</param>
/// <param name="Text">The SMS.</param>
/// <param name="Severity">CAP severity of its alert.</param>
/// <param name="At">When it arrived.</param>
internal sealed record PhoneMessage(long Id, string To, string Text, string Severity, DateTimeOffset At);
