namespace EnviAgriNet.Edge.Outbox;

/// <summary>The outbox could not do what it was asked for.</summary>
internal sealed class OutboxException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">What kind of fault it is.</param>
    /// <param name="message">What could not be done.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OutboxException(OutboxFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public OutboxFault Fault { get; }

    /// <summary>True if the same call may succeed later.</summary>
    public bool IsTransient => Fault is not OutboxFault.InUse;
}

/// <summary>Why the outbox could not do something.</summary>
internal enum OutboxFault
{
    /// <summary>No room on the disk, or the disk does not answer.</summary>
    NoRoom,

    /// <summary>A file is damaged; it is healed before the call is tried again.</summary>
    Corrupt,

    /// <summary>Another edge holds the folder.</summary>
    InUse,
}
