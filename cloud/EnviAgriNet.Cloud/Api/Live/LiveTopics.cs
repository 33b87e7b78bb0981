namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>What a live stream tells of.</summary>
[Flags]
internal enum LiveTopics
{
    /// <summary>Nothing but its beat.</summary>
    None = 0,

    /// <summary>New values, with names and units.</summary>
    Values = 1,

    /// <summary>New values, as few bytes as a map of all stations needs.</summary>
    Map = 2,

    /// <summary>The open alerts.</summary>
    Alerts = 4,

    /// <summary>That something happened to a call for help or a complaint. For officers.</summary>
    Cases = 8,

    /// <summary>That something happened to what waits for release. For officers.</summary>
    Waiting = 16,
}
