namespace EnviAgriNet.Mqtt;

/// <summary>The link could not do what it was asked for.</summary>
public sealed class LinkException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What could not be done.</param>
    /// <param name="isTransient">True if the same call may succeed later.</param>
    /// <param name="reasonCode">The broker's MQTT reason code, or 0 when the broker did not give one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public LinkException(string message, bool isTransient, int reasonCode = 0, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        ReasonCode = reasonCode;
    }

    /// <summary>True if the same call may succeed later; false if it will fail the same way again.</summary>
    public bool IsTransient { get; }

    /// <summary>The broker's MQTT reason code (128 and above), or 0 when the broker did not give one.</summary>
    public int ReasonCode { get; }
}
