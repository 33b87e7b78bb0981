namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>How much a drill takes on.</summary>
internal static class Limits
{
    /// <summary>The most people that are made up.</summary>
    public const int PeopleMax = 1_000_000;

    /// <summary>The fastest pace; 0 is as fast as it goes.</summary>
    public const double SpeedMax = 1_000_000;

    /// <summary>Messages that are taken from a queue at once.</summary>
    public const int TurnMax = 2_000;

    /// <summary>How long after the last reading the queues may go on.</summary>
    public static readonly TimeSpan DrainMax = TimeSpan.FromDays(2);

    /// <summary>How often progress is told.</summary>
    public static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(2);
}
