namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>Which hours were fit for spraying, by wind, rain, temperature and humidity.</summary>
/// <param name="Now">Whether the last hour was fit; null when it is older than three hours or was not measured.</param>
/// <param name="NowReason">Why it was not, or null.</param>
/// <param name="Windows">Hours of the day that were fit on most of the last days, from early to late; empty when none were.</param>
/// <param name="Days">Days that were looked at.</param>
public sealed record SprayOutlook(bool? Now, SprayFault? NowReason, IReadOnlyList<SprayWindow> Windows, int Days);

/// <summary>Hours of the day, Thai time.</summary>
/// <param name="FromHour">0 to 23, included.</param>
/// <param name="ToHour">1 to 24, excluded.</param>
/// <param name="FitDays">The fewest days on which an hour of it was fit.</param>
/// <param name="OfDays">Days that were measured.</param>
public sealed record SprayWindow(int FromHour, int ToHour, int FitDays, int OfDays);

/// <summary>Why an hour is not fit for spraying.</summary>
public enum SprayFault
{
    /// <summary>Rain now or in the hours after.</summary>
    Rain,

    /// <summary>Too much wind: drift.</summary>
    Wind,

    /// <summary>Hardly any wind: droplets hang in the air.</summary>
    Calm,

    /// <summary>Too hot or too dry: droplets dry up.</summary>
    HotOrDry,

    /// <summary>Wet air: leaves are wet, spray runs off.</summary>
    Wet,

    /// <summary>Night.</summary>
    Dark,
}
