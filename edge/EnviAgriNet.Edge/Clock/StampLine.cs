namespace EnviAgriNet.Edge.Clock;

/// <summary>How a source's monotonic clock becomes wall time: time = offset + monotonic.</summary>
/// <param name="OffsetMs">Milliseconds since 1970 at the moment the monotonic clock was zero.</param>
/// <param name="Uncertainty">How far that may be off; zero when the clock was synchronised.</param>
/// <param name="IsSettled">Whether a better line is no longer to be expected soon; readings without one may be held.</param>
internal readonly record struct StampLine(long OffsetMs, TimeSpan Uncertainty, bool IsSettled);

/// <summary>Tells the line of a boot.</summary>
internal interface IStampLines
{
    /// <summary>The line of a boot as it is known now; null when nothing is known of it.</summary>
    StampLine? LineOf(string boot);
}
