namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>
/// Names one broadcast (3GPP 23.041, 9.4.1.2.1): a handset that has shown a message code with an update number does not show it again,
/// and shows the code anew when the update number changes.
/// </summary>
/// <param name="Scope">How far the code is unique.</param>
/// <param name="MessageCode">0 to 1023: the event.</param>
/// <param name="UpdateNumber">0 to 15: the version handed over, counted around.</param>
internal readonly record struct SerialNumber(GeographicalScope Scope, int MessageCode, int UpdateNumber)
{
    /// <summary>How many message codes there are.</summary>
    public const int MessageCodes = 1024;

    /// <summary>How many update numbers there are.</summary>
    public const int UpdateNumbers = 16;

    /// <summary>The 16 bits as they travel.</summary>
    public ushort Value => (ushort)(((int)Scope << 14) | (MessageCode << 4) | UpdateNumber);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("X4");
}
