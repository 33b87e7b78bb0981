namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>A mail was not taken.</summary>
/// <param name="stage">How far it had come.</param>
/// <param name="code">The server's code, or 0 when it gave none.</param>
/// <param name="message">What was wrong, in our own words.</param>
/// <param name="cause">The cause, if another exception was.</param>
internal sealed class EmailException(EmailStage stage, int code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How far it had come.</summary>
    public EmailStage Stage { get; } = stage;

    /// <summary>The server's code, or 0.</summary>
    public int Code { get; } = code;
}

/// <summary>How far a mail has come.</summary>
internal enum EmailStage
{
    /// <summary>Before anything about this mail was said.</summary>
    Session,

    /// <summary>The recipient was named.</summary>
    Recipient,

    /// <summary>The mail was on its way.</summary>
    Content,

    /// <summary>All of it was sent, and the answer decides.</summary>
    Answer,
}
