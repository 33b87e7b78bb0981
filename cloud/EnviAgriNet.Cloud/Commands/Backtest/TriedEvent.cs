using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>An event as it would have been raised, followed through its changes.</summary>
internal sealed class TriedEvent(HazardChange opened)
{
    /// <summary>The event's name.</summary>
    public string Id => opened.EventId;

    /// <summary>When the level that raised it was first measured.</summary>
    public DateTimeOffset Onset => opened.Onset;

    /// <summary>When the first warning went out.</summary>
    public DateTimeOffset RaisedAt => opened.At;

    /// <summary>When Severe went out; null when it never did.</summary>
    public DateTimeOffset? SevereAt { get; private set; } = opened.Level == HazardLevel.Severe ? opened.At : null;

    /// <summary>When a Severe without a witness was put before a person; null when none was.</summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    /// <summary>How it ended.</summary>
    public EventOutcome Outcome { get; private set; } = EventOutcome.Open;

    /// <summary>The highest level told.</summary>
    public HazardLevel Highest => SevereAt is null ? HazardLevel.Moderate : HazardLevel.Severe;

    /// <summary>When it went out at a level; null when it never reached that level.</summary>
    public DateTimeOffset? AtLevel(HazardLevel level) => level == HazardLevel.Severe ? SevereAt : RaisedAt;

    /// <summary>How long people were under warning, of an open event until the last reading.</summary>
    public TimeSpan Length(DateTimeOffset last) => (OverAt ?? last) - RaisedAt;

    /// <summary>Follows a change of this event.</summary>
    public void Follow(HazardChange change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Proposed:
                ProposedAt ??= change.At;
                break;
            case ChangeKind.Ended or ChangeKind.Lapsed:
                OverAt = change.At;
                Outcome = change.Kind == ChangeKind.Ended ? EventOutcome.Ended : EventOutcome.Lapsed;
                break;
            default:
                SevereAt ??= change.Level == HazardLevel.Severe ? change.At : null;
                break;
        }
    }
}

/// <summary>How an event ended.</summary>
internal enum EventOutcome
{
    /// <summary>It was not over at the last reading.</summary>
    Open,

    /// <summary>By measurement.</summary>
    Ended,

    /// <summary>Its warning ran out without data.</summary>
    Lapsed,
}
