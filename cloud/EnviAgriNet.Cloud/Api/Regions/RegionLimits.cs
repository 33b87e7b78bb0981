namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The hard limits of region pages; they are not settings.</summary>
internal static class RegionLimits
{
    /// <summary>The most days one may ask for.</summary>
    public const int DaysMax = 31;

    /// <summary>Days when nothing is said.</summary>
    public const int DaysDefault = 7;

    /// <summary>Stations of one region that are looked at; a province has some sixty-five.</summary>
    public const int StationsMax = 500;

    /// <summary>Answers kept for those who ask the same.</summary>
    public const int KeptMax = 256;

    /// <summary>How long an answer may be given again.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(30);
}
