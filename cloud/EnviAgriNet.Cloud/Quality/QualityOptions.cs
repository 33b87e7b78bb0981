using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>How the cloud judges readings.</summary>
internal sealed class QualityOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Quality";

    /// <summary>
    /// Default none: the limits that the program brings along. Else a file, <c>{"pm25": {"gross_range": …}, …}</c>; a quantity that is
    /// named has exactly the tests it lists. When the limits change, what comes from then on is judged under a new quality version.
    /// </summary>
    public string? LimitsFile { get; set; }

    /// <summary>Default 10 minutes, 1 minute to 2 hours of network time: how long after its end an hour is judged as a whole.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "02:00:00")]
    public TimeSpan Settle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Default 1 minute, 1 second to 1 hour: how often hours that are due are judged.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan JudgeEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Default 45 days, 1 hour to 400 days: how far back, at start, hours are looked for that have readings nobody judged.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "400.00:00:00")]
    public TimeSpan SearchBack { get; set; } = TimeSpan.FromDays(45);
}
