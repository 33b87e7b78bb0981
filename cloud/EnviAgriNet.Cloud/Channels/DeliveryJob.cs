namespace EnviAgriNet.Cloud.Channels;

/// <summary>One delivery as a channel gets it to send.</summary>
/// <param name="Id">The delivery's row; part of what the gateway calls back with.</param>
/// <param name="Recipient">As <see cref="Registry.Subscribers.RecipientBook"/> has it, or the station's id.</param>
/// <param name="Alert">CAP identifier of the alert version.</param>
/// <param name="Text">What to send, in the channel's <see cref="MessageForm"/>.</param>
/// <param name="Severity">CAP severity of the alert.</param>
/// <param name="Deadline">After this time, by the machine's clock, it must not be sent any more.</param>
/// <param name="Attempts">Which attempt this is, from 1.</param>
/// <param name="Resends">How often its fate was unknown before.</param>
/// <param name="Gateway">The gateway that may have taken it before, or null.</param>
internal sealed record DeliveryJob(
    long Id, string Recipient, string Alert, string Text, string Severity, DateTimeOffset Deadline, int Attempts, int Resends,
    string? Gateway = null);
