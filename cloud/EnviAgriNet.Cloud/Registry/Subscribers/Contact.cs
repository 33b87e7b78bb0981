namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>One way to reach a person. Its text is masked, so that one which strays into a log shows nobody's address.</summary>
/// <param name="Channel">One of <see cref="ContactChannels"/>.</param>
/// <param name="Address">The address in its normal form; empty once it is stopped. Personal data: for the channel and the registry's cipher only.</param>
/// <param name="State">Whether the person proved that it is theirs.</param>
internal sealed record Contact(string Channel, string Address, ContactState State = ContactState.Confirmed)
{
    /// <summary>The address as it may be shown.</summary>
    public string Masked => AddressForm.Masked(Channel, Address);

    /// <inheritdoc/>
    public override string ToString() => Masked;
}

/// <summary>How far a contact has come.</summary>
internal enum ContactState
{
    /// <summary>A code was sent and not answered yet: nothing else goes there.</summary>
    Pending,

    /// <summary>The person proved that it is theirs, or an officer or an agency's list vouches for it.</summary>
    Confirmed,

    /// <summary>The person said STOP: nothing goes there any more.</summary>
    Stopped,
}
