namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>The hard limits of the pages for residents; they are not settings.</summary>
internal static class ResidentLimits
{
    /// <summary>How many places are found at most.</summary>
    public const int FoundMax = 12;

    /// <summary>The most characters of a name that is looked for.</summary>
    public const int QueryLengthMax = 60;

    /// <summary>Stations asked about one thing at most; of more the nearest by code speak.</summary>
    public const int StationsAskedMax = 50;

    /// <summary>Warnings shown of one kind: for the place, ended, elsewhere.</summary>
    public const int WarningsMax = 10;

    /// <summary>Shelters shown with a warning.</summary>
    public const int SheltersMax = 5;

    /// <summary>Prices and crops shown.</summary>
    public const int PricesMax = 6;

    /// <summary>Answers kept at hand; beyond that all are made anew.</summary>
    public const int PlacesKeptMax = 1_000;

    /// <summary>A position further than this from every station, in km, finds nothing.</summary>
    public const double NearKmMax = 150;

    /// <summary>How long an answer may be given again.</summary>
    public static readonly TimeSpan AnswerAgeMax = TimeSpan.FromSeconds(5);

    /// <summary>How long names and prices may be given again.</summary>
    public static readonly TimeSpan OutlookAgeMax = TimeSpan.FromMinutes(5);

    /// <summary>How long a warning that ended is told of.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromHours(12);

    /// <summary>The rise of a river is told over this span.</summary>
    public static readonly TimeSpan RiseSpan = TimeSpan.FromHours(1);

    /// <summary>Temperature and humidity belong together when they were measured within this time.</summary>
    public static readonly TimeSpan TogetherWithin = TimeSpan.FromMinutes(15);
}
