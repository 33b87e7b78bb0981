namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>The bounds of what is told of one station, and of what is counted of all.</summary>
internal static class Limits
{
    /// <summary>Rows of the log in one answer.</summary>
    public const int LogRowsMax = 200;

    /// <summary>Rows of the log when no number is asked for.</summary>
    public const int LogRowsDefault = 50;

    /// <summary>Changes of the line in one answer.</summary>
    public const int ChangesToldMax = 50;

    /// <summary>Days of one station in one answer: a year and a leap day.</summary>
    public const int DaysMax = 366;

    /// <summary>Days of one station when no number is asked for.</summary>
    public const int DaysDefault = 30;

    /// <summary>A readings file holds at most so many rows; a longer span is refused, naming this limit.</summary>
    public const int FileRowsMax = 200_000;
}
