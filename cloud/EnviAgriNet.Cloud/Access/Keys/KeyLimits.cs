namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>The hard limits of keys for machines; they are not settings.</summary>
internal static class KeyLimits
{
    /// <summary>Keys in force at once.</summary>
    public const int ActiveMax = 1_000;

    /// <summary>The most characters of a key's name.</summary>
    public const int NameLengthMax = 60;

    /// <summary>Days that a key lives when nothing is said.</summary>
    public const int DaysDefault = 90;

    /// <summary>The longest life of a key in days: a year and a day. Machines that are forgotten lose their key.</summary>
    public const int DaysMax = 366;

    /// <summary>Requests a minute when nothing is said.</summary>
    public const int PerMinuteDefault = 600;

    /// <summary>The most requests a minute of one key.</summary>
    public const int PerMinuteMax = 6_000;

    /// <summary>How exactly the last use is known: no more than one write a minute for each key.</summary>
    public static readonly TimeSpan LastUseStep = TimeSpan.FromMinutes(1);

    /// <summary>For how long before its end a key is shown as ending.</summary>
    public static readonly TimeSpan EndingPeriod = TimeSpan.FromDays(14);
}
