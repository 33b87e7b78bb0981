namespace EnviAgriNet.Edge.Rules;

/// <summary>Where the alarm of one local rule stands; all times are of measurement.</summary>
internal sealed record AlarmState
{
    /// <summary>Nothing was judged yet.</summary>
    public static AlarmState Fresh { get; } = new();

    /// <summary>Whether the alarm is raised.</summary>
    public bool IsUp { get; init; }

    /// <summary>When it was raised last.</summary>
    public DateTimeOffset RaisedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The newest reading that was judged.</summary>
    public DateTimeOffset JudgedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Its value.</summary>
    public double Value { get; init; }

    /// <summary>Since when the readings speak for the other state; null while they do not.</summary>
    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>The newest version of its notice that siren and board were ordered; 0 while they were ordered nothing.</summary>
    public int Notice { get; init; }

    /// <summary>Until when that notice stands.</summary>
    public DateTimeOffset StandsUntil { get; init; } = DateTimeOffset.UnixEpoch;
}
