namespace EnviAgriNet.Core.Readings;

/// <summary>One value of a series of one station at one time.</summary>
/// <param name="Series">Which series of the station.</param>
/// <param name="TakenAt">When it was measured, UTC, whole milliseconds.</param>
/// <param name="Value">The value in the unit of the quantity; always finite.</param>
/// <param name="Quality">How far it may be trusted.</param>
public readonly record struct Reading(SeriesName Series, DateTimeOffset TakenAt, double Value, QualityFlag Quality)
{
    /// <summary>The test that set the flag; None when all passed, when nothing was tested, or when the source said so itself.</summary>
    public QualityTest Test { get; init; }

    /// <summary>
    /// Whether the value may enter a mean or raise a hazard: passed or not evaluated. One before its calibration may not: it comes from the
    /// same sensor as the corrected one, and would bear it witness.
    /// </summary>
    public bool IsUsable => Quality is (QualityFlag.Pass or QualityFlag.NotEvaluated) && !Series.IsRaw;
}
