namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>What a person who wrote wants.</summary>
internal enum Intent
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>How this is used.</summary>
    Usage,

    /// <summary>The air at a place.</summary>
    Air,

    /// <summary>The rain at a place.</summary>
    Rain,

    /// <summary>The river at a place.</summary>
    River,

    /// <summary>What a crop sells for.</summary>
    Price,

    /// <summary>What is to come.</summary>
    Forecast,

    /// <summary>To be told of warnings.</summary>
    Register,

    /// <summary>To be left alone.</summary>
    Stop,

    /// <summary>Somebody needs help.</summary>
    CallForHelp,

    /// <summary>Somebody spoils air, water or quiet.</summary>
    Complaint,

    /// <summary>How a case of theirs stands.</summary>
    CaseState,

    /// <summary>An answer from 1 to 5 to the question we asked.</summary>
    Rating,

    /// <summary>What we know of their plots.</summary>
    Plots,

    /// <summary>When a plot was planted, or how large it is.</summary>
    Planted,

    /// <summary>What we advised was done.</summary>
    Done,
}
