using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>Calls for help, complaints and the question after an event.</summary>
internal sealed class CasesOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Cases";

    /// <summary>Default 30 minutes; 1 minute to 1 day. Within it further messages of one sender belong to their open case.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MergeWithin { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Default 5 minutes; 10 seconds to 1 hour. Officers on duty get no more than one SMS about new calls for help in this time.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan DutyCallEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Default 15 minutes; 1 minute to 1 day. After it officers are called again about a case that nobody took.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CallAgainAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Default 365 days; 7 to 3,650 days. The words of a closed case are erased this long after it was closed.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepTexts { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Default 200; 0 to 100,000 people asked after one event, drawn among those who were told. 0 asks nobody.</summary>
    [Range(0, 100_000)]
    public int AskedPerEvent { get; set; } = 200;

    /// <summary>Default 1 hour; 0 to 1 day between the all-clear and the question.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan AskAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Default 7 days; 1 to 365 days in which a person is asked once at most.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Default 08:00, Bangkok time: from when people may be asked.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan AskFrom { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Default 20:00, Bangkok time: until when people may be asked.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan AskUntil { get; set; } = TimeSpan.FromHours(20);

    /// <summary>Default 1784, the disaster hotline: the number to call that texts and pages name.</summary>
    [RegularExpression("^[0-9 -]{3,12}$")]
    public string Hotline { get; set; } = "1784";
}
