namespace EnviAgriNet.Cloud.Registry.Rehearsals;

/// <summary>A drill or a back-test that was started from a page.</summary>
/// <param name="Number">By which it is called.</param>
/// <param name="Kind"><c>drill</c> or <c>backtest</c>.</param>
/// <param name="Call">What was asked for, as JSON.</param>
/// <param name="By">Who started it.</param>
/// <param name="Reason">Why.</param>
/// <param name="StartedAt">When, by the machine's clock.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Note">How it goes, or why it failed.</param>
internal sealed record RehearsalLine(
    long Number, string Kind, string Call, string By, string Reason, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, RehearsalState State, string Note);

/// <summary>How far a rehearsal has come.</summary>
internal enum RehearsalState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It has a result.</summary>
    Done,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>A person, its time limit or the end of the program stopped it.</summary>
    Stopped,
}
