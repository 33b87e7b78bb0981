namespace EnviAgriNet.Cloud.Imports;

/// <summary>The hard limits of imports; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most bytes of a file: 32 MiB. A larger one is refused before it is read.</summary>
    public const int FileBytesMax = 32 * 1024 * 1024;

    /// <summary>The most bytes that a packed file, or all parts of a workbook, may unpack to: 128 MiB.</summary>
    public const int UnpackedBytesMax = 128 * 1024 * 1024;

    /// <summary>The most parts of a packed workbook.</summary>
    public const int PartsMax = 2_000;

    /// <summary>The most sheets of a workbook.</summary>
    public const int SheetsMax = 250;

    /// <summary>The most rows of a sheet; the first sheets of old workbooks end at 65,536.</summary>
    public const int RowsMax = 70_000;

    /// <summary>The most columns of a sheet; daily and monthly tables need some hundred.</summary>
    public const int ColumnsMax = 500;

    /// <summary>The most cells of a workbook.</summary>
    public const int CellsMax = 4_000_000;

    /// <summary>The most figures of one import.</summary>
    public const int FiguresMax = 1_000_000;

    /// <summary>The most refused rows that a report lists; further ones are counted.</summary>
    public const int ListedMax = 1_000;

    /// <summary>The most places that a report names for one kind of correction.</summary>
    public const int PlacesMax = 5;

    /// <summary>The most characters of foreign text that a report repeats.</summary>
    public const int QuotedLengthMax = 60;

    /// <summary>The most levels of JSON.</summary>
    public const int JsonDepthMax = 16;

    /// <summary>The share of a sheet's rows that may contradict themselves; with more the sheet as a whole is not what its heading says.</summary>
    public const double ContradictionShareMax = 0.2;

    /// <summary>So many rows must contradict themselves before the share counts.</summary>
    public const int ContradictionsMin = 3;

    /// <summary>How long an address may take to answer in full.</summary>
    public static readonly TimeSpan FetchMax = TimeSpan.FromSeconds(60);

    /// <summary>How long a workbook may take to read.</summary>
    public static readonly TimeSpan ReadMax = TimeSpan.FromSeconds(60);
}
