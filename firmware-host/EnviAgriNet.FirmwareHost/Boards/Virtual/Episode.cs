namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>When the scenario begins, once or again and again, and what it does by then.</summary>
internal sealed record Episode(ScenarioKinds Kinds, double OnsetSeconds, double? EverySeconds)
{
    private const double HazeRiseHours = 24;
    private const double HazeFullHours = 72;
    private const double HazeClearHours = 12;

    public const double HazeHours = HazeRiseHours + HazeFullHours + HazeClearHours;

    public bool Has(ScenarioKinds kind) => Kinds.HasFlag(kind);

    /// <summary>Hours since the last onset, negative before the first.</summary>
    public double HoursSince(double seconds)
    {
        double since = seconds - OnsetSeconds;
        return (since > 0 && EverySeconds is { } every ? since % every : since) / 3600;
    }

    /// <summary>How far the haze has come: 0 none, 1 full.</summary>
    public double Haze(double seconds)
    {
        if (!Has(ScenarioKinds.Haze))
        {
            return 0;
        }

        double hours = HoursSince(seconds);
        return Ramp(hours / HazeRiseHours) - Ramp((hours - HazeRiseHours - HazeFullHours) / HazeClearHours);
    }

    /// <summary>From 0 at x = 0 to 1 at x = 1, level at both ends.</summary>
    public static double Ramp(double x)
    {
        double within = Math.Clamp(x, 0, 1);
        return within * within * (3 - (2 * within));
    }
}
