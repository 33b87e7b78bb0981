namespace EnviAgriNet.Protocol.Recordings;

/// <summary>A recording and what is said of it do not go together; the message tells a person what to change.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>With what a person should know.</summary>
    public RecordingException(string message)
        : base(message)
    {
    }

    /// <summary>With what a person should know, and the cause.</summary>
    public RecordingException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
