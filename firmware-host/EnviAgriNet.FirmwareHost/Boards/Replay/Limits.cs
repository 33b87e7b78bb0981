namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>How much of a recording is taken in.</summary>
internal static class Limits
{
    /// <summary>The most samples of one recording. They are sorted in memory at 24 bytes each, so this is about half a gigabyte.</summary>
    public const int SamplesMax = 20_000_000;

    /// <summary>The most bytes of one row.</summary>
    public const int RowBytesMax = 1024 * 1024;

    /// <summary>How many bad rows are logged one by one before they are only counted.</summary>
    public const int RowFaultsLogged = 20;
}
