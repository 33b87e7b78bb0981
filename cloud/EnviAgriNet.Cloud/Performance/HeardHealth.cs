using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>The newest health report of a station.</summary>
/// <param name="Report">What it said; of a last will only the state is new.</param>
/// <param name="HeardAt">When it was heard first, by the cloud's clock: a broker repeats what it keeps, and a repeat is no news.</param>
internal sealed record HeardHealth(StationHealth Report, DateTimeOffset HeardAt)
{
    private const string Online = "online";

    /// <summary>How the station is; a report that is too old says nothing about now (promise P6).</summary>
    public LinkWord WordAt(DateTimeOffset now, TimeSpan silentAfter) =>
        Report.State != Online ? LinkWord.Offline
        : now - HeardAt <= silentAfter ? LinkWord.Online
        : LinkWord.Unknown;
}

/// <summary>What is known of a station's line.</summary>
internal enum LinkWord
{
    /// <summary>Nothing: never heard, or not for too long, or the cloud itself was cut off.</summary>
    Unknown,

    /// <summary>It says that it is there.</summary>
    Online,

    /// <summary>It said good-bye, or the broker found it gone.</summary>
    Offline,
}
