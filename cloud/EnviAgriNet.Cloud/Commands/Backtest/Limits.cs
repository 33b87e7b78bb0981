namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>How much a back-test takes in and tells.</summary>
internal static class Limits
{
    /// <summary>The most readings of one file. They are sorted in memory at 24 bytes each, so this is about half a gigabyte.</summary>
    public const int ReadingsMax = 20_000_000;

    /// <summary>The most places of their own in one file.</summary>
    public const int PlacesMax = 10_000;

    /// <summary>How many bad rows are told one by one before they are only counted.</summary>
    public const int RowFaultsTold = 10;

    /// <summary>How many rows or readings pass between two lines of progress.</summary>
    public const int ProgressEvery = 1_000_000;
}
