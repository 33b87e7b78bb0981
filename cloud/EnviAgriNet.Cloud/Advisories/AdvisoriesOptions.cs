using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>When and how often farmers are given advice.</summary>
internal sealed class AdvisoriesOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Advisories";

    /// <summary>Default InService; Always also in a replay, where days are those of network time; Off never.</summary>
    [EnumDataType(typeof(AdvisoryMode))]
    public AdvisoryMode Mode { get; set; } = AdvisoryMode.InService;

    /// <summary>Default 07:00, Bangkok time: when the farms are looked through each day. Not before <see cref="From"/>.</summary>
    public TimeOnly At { get; set; } = new(7, 0);

    /// <summary>Default Monday: the day from which the week's summaries go.</summary>
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek WeeklyOn { get; set; } = DayOfWeek.Monday;

    /// <summary>Default 3; 1 to 14 pieces of advice to one person in seven days, and one a day at most. An officer's broadcast comes on top.</summary>
    [Range(1, 14)]
    public int PerWeek { get; set; } = 3;

    /// <summary>Default 06:00, Bangkok time: from when people may be given advice.</summary>
    public TimeOnly From { get; set; } = new(6, 0);

    /// <summary>Default 20:00, Bangkok time: until when. What has not left by then is not sent.</summary>
    public TimeOnly Until { get; set; } = new(20, 0);

    /// <summary>Default 30 days; 7 to 365 days between two questions whether the advice was useful.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "365.00:00:00")]
    public TimeSpan UsefulEvery { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether it is a time of day at which people may be told.</summary>
    public bool IsByDay(TimeOnly time) => time >= From && time < Until;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From >= Until)
        {
            yield return new ValidationResult($"{Section}:From is not before {Section}:Until", [nameof(From)]);
        }
        else if (!IsByDay(At))
        {
            yield return new ValidationResult($"{Section}:At is not between {Section}:From and {Section}:Until", [nameof(At)]);
        }
    }
}

/// <summary>When advice is given.</summary>
internal enum AdvisoryMode
{
    /// <summary>In service only.</summary>
    InService,

    /// <summary>In a replay as well.</summary>
    Always,

    /// <summary>Never.</summary>
    Off,
}
