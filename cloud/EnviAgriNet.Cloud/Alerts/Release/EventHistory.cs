using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>The versions of one event so far, and what follows from them for the next one. Pure.</summary>
/// <param name="versions">All versions with the end of their waiting; null for those that still wait or never did.</param>
internal sealed class EventHistory(IReadOnlyList<(AlertVersion Version, HoldOutcome? Outcome)> versions)
{
    private readonly List<AlertVersion> _out =
        [.. versions.Select(v => v.Version).Where(v => v.State is AlertState.Released or AlertState.Targeted).OrderBy(v => v.Version)];

    /// <summary>The number of the next version.</summary>
    public int Next => versions.Count == 0 ? 1 : versions.Max(v => v.Version.Version) + 1;

    /// <summary>The newest version that went out.</summary>
    public AlertVersion? Last => _out.LastOrDefault();

    /// <summary>What holds in public: the newest version that went out, unless it ended or cancelled the warning.</summary>
    public AlertVersion? Told => Last is { IsAllClear: false } last ? last : null;

    /// <summary>What an update refers to: all that went out, but nothing from before a cancellation.</summary>
    public IReadOnlyList<AlertVersion> Replaced => [.. _out.Skip(_out.FindLastIndex(v => v.IsAllClear) + 1)];

    /// <summary>Versions that wait for a person or a time.</summary>
    public IReadOnlyList<AlertVersion> Pending =>
        [.. versions.Select(v => v.Version).Where(v => v.State is AlertState.Draft or AlertState.Waiting)];

    // Nothing holds in public because somebody, or a policy for want of an answer, said so.
    private bool IsSilenced => Told is null && (Last is { Type: "Cancel" } || versions.Any(v =>
        v.Outcome is HoldOutcome.Dropped or HoldOutcome.DroppedUnanswered && v.Version.Version > (Last?.Version ?? 0)));

    /// <summary>Decides about a version that a change of the event brings about.</summary>
    /// <param name="kind">What changed.</param>
    /// <param name="isRise">Whether the level rose.</param>
    /// <param name="severity">The severity of the new version.</param>
    /// <param name="plan">How it would be released.</param>
    /// <param name="isLive">False for what is of the past or has expired.</param>
    public ReleaseDecision Decide(ChangeKind kind, bool isRise, string severity, ReleasePlan plan, bool isLive)
    {
        if (kind == ChangeKind.Ended)
        {
            // Whoever was told nothing needs no all-clear.
            return new ReleaseDecision(isLive && Told is not null ? AlertState.Released : AlertState.Recorded)
            {
                Overtaken = Pending,
                Overtakes = HoldOutcome.Ended,
            };
        }

        if (!isLive)
        {
            return new ReleaseDecision(AlertState.Recorded);
        }

        return kind switch
        {
            ChangeKind.Proposed => new ReleaseDecision(AlertState.Draft),
            ChangeKind.Extended => Told is not null
                ? new ReleaseDecision(AlertState.Released)
                : new ReleaseDecision(AlertState.Recorded) { Extended = Pending },
            _ when isRise => Rise(Severities.Rank(severity), plan),
            _ => Fall(severity, plan),
        };
    }

    private ReleaseDecision Rise(int rank, ReleasePlan plan) => plan.Way == ReleaseWay.AtOnce
        ? new ReleaseDecision(AlertState.Released) { Overtaken = [.. Pending.Where(p => Severities.Rank(p.Severity) <= rank)] }
        : new ReleaseDecision(AlertState.Waiting) { Overtaken = [.. Pending.Where(p => Severities.Rank(p.Severity) == rank)] };

    private ReleaseDecision Fall(string severity, ReleasePlan plan)
    {
        if (Told is { } told)
        {
            // To say the same once more is no news for anybody.
            return new ReleaseDecision(AlertState.Released) { Overtaken = Pending, Pages = told.Severity != severity };
        }

        AlertState state = Pending.Count == 0 && IsSilenced ? AlertState.Recorded
            : plan.Way == ReleaseWay.AtOnce ? AlertState.Released
            : AlertState.Waiting;
        return new ReleaseDecision(state) { Overtaken = Pending };
    }
}

/// <summary>What becomes of a new version, and of those that waited.</summary>
/// <param name="State">The state of the new version.</param>
internal sealed record ReleaseDecision(AlertState State)
{
    /// <summary>Versions that need not wait any more.</summary>
    public IReadOnlyList<AlertVersion> Overtaken { get; init; } = [];

    /// <summary>Why they need not.</summary>
    public HoldOutcome Overtakes { get; init; } = HoldOutcome.Overtaken;

    /// <summary>Versions that wait on, and hold as long as the new one.</summary>
    public IReadOnlyList<AlertVersion> Extended { get; init; } = [];

    /// <summary>Whether people are told.</summary>
    public bool Pages { get; init; } = true;
}
