namespace EnviAgriNet.Mqtt;

/// <summary>The end of a connection, for the decision what to do next and for the log.</summary>
/// <param name="Fate">The kind of end.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="UpTime">How long the link was up; zero if it never was.</param>
internal sealed record SessionEnd(SessionFate Fate, string Reason, TimeSpan UpTime);

/// <summary>How a connection, or the attempt at one, ended.</summary>
internal enum SessionFate
{
    /// <summary>We ended it.</summary>
    Stopped,

    /// <summary>The broker does not speak this version of MQTT.</summary>
    VersionRefused,

    /// <summary>The broker closed the socket before it answered.</summary>
    HungUp,

    /// <summary>It did not come about, for any other reason.</summary>
    Failed,

    /// <summary>It was up, and is no more.</summary>
    Dropped,
}
