namespace EnviAgriNet.Cloud.Fields;

/// <summary>Limits of this area that are no user's business.</summary>
internal static class Limits
{
    /// <summary>How far a station may be from a plot whose place is known.</summary>
    public const double KilometresMax = 30;

    /// <summary>Stations that are looked at for one plot, the nearest first.</summary>
    public const int StationsMax = 8;

    /// <summary>Hours of a day that have to be measured for the day to count: extremes of half a day are none.</summary>
    public const int HoursOfDayMin = 18;

    /// <summary>Days of weather that are read for a plot.</summary>
    public const int DaysMax = 500;

    /// <summary>Days of weather for a crop that stands all year, or whose day of planting is not known.</summary>
    public const int StandingDays = 130;

    /// <summary>Days of hours that are read for spraying.</summary>
    public const int SprayDays = 8;

    /// <summary>Station days that are kept in memory, so that the plots around one station read it once; the oldest go first.</summary>
    public const int CachedMax = 64;
}
