namespace EnviAgriNet.Core.Hazards;

/// <summary>All that a tracker remembers; kept in the registry, so that a restart changes nothing. All times are measurement times.</summary>
public sealed record TrackerState
{
    /// <summary>Nothing going on.</summary>
    public static TrackerState Quiet { get; } = new();

    /// <summary>The level of the open event; None without one.</summary>
    public HazardLevel Level { get; init; }

    /// <summary>The level people were told last; None when they were told nothing.</summary>
    public HazardLevel Announced { get; init; }

    /// <summary>The open event, or null.</summary>
    public string? EventId { get; init; }

    /// <summary>When the open event began.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>When its warning expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether a Severe without a second witness was proposed and is not settled.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The last time the level was known.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Since when at least Moderate is raised.</summary>
    public DateTimeOffset? ModerateSince { get; init; }

    /// <summary>Since when Severe is raised.</summary>
    public DateTimeOffset? SevereSince { get; init; }

    /// <summary>Since when not even Moderate is held up.</summary>
    public DateTimeOffset? BelowModerateSince { get; init; }

    /// <summary>Since when Severe is not held up.</summary>
    public DateTimeOffset? BelowSevereSince { get; init; }
}
