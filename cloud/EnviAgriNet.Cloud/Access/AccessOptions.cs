using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Access;

/// <summary>How officers sign in.</summary>
internal sealed class AccessOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Access";

    /// <summary>Default 1 hour; 5 minutes to 24 hours. A session that is not used for so long ends.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "24:00:00")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Default 12 hours; 1 hour to 7 days. A session ends so long after it began, however much it is used.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan SessionFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Default 3 days; 1 hour to 30 days. For so long an invitation may be accepted, once.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan InvitationFor { get; set; } = TimeSpan.FromDays(3);
}
