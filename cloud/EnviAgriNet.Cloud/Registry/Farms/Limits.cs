namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>The hard limits of what is kept about farms; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most plots of one farmer.</summary>
    public const int PlotsPerSubscriberMax = 20;

    /// <summary>The smallest plot in rai: four square metres a hundred times.</summary>
    public const double RaiMin = 0.01;

    /// <summary>The largest plot in rai.</summary>
    public const double RaiMax = 10_000;

    /// <summary>How long ago a crop may have been planted: an orchard is older than its farmer remembers.</summary>
    public const int PlantedYearsAgoMax = 40;

    /// <summary>How far ahead planting may be planned.</summary>
    public const int PlantedDaysAheadMax = 366;

    /// <summary>The most characters of a variety.</summary>
    public const int VarietyLengthMax = 40;

    /// <summary>Pieces of advice that a farm shows and an export holds; older ones are left out.</summary>
    public const int AdviceShownMax = 200;

    /// <summary>How long after it was given a piece of advice can be reported as done.</summary>
    public static readonly TimeSpan DoneWithin = TimeSpan.FromDays(21);

    /// <summary>How long advice is kept: two seasons and the year between.</summary>
    public static readonly TimeSpan AdviceKept = TimeSpan.FromDays(1_100);
}
