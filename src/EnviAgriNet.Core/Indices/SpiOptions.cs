namespace EnviAgriNet.Core.Indices;

/// <summary>How a standardized precipitation index is made.</summary>
public sealed record SpiOptions
{
    /// <summary>The longest sum, in months.</summary>
    public const int ScaleMax = 72;

    /// <summary>Default 1, 1 to 72: how many months one sum has.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Default null, the first year of the series: the first calendar year that says what is usual.</summary>
    public int? CalibrateFrom { get; init; }

    /// <summary>Default null, the last year of the series: the last calendar year that says what is usual.</summary>
    public int? CalibrateTo { get; init; }

    /// <summary>
    /// Default 30 as WMO-No. 1090 asks for, 3 and more: how many years must have a sum in a calendar month before an index is
    /// told.
    /// </summary>
    public int YearsMin { get; init; } = 30;
}
