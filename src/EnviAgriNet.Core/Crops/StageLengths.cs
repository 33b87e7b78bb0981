namespace EnviAgriNet.Core.Crops;

/// <summary>Lengths of the four stages of a crop in days (FAO-56 Table 11).</summary>
/// <param name="Initial">From planting to about 10 % ground cover.</param>
/// <param name="Development">To full cover.</param>
/// <param name="Mid">To the start of maturity.</param>
/// <param name="Late">To harvest.</param>
public readonly record struct StageLengths(int Initial, int Development, int Mid, int Late)
{
    private const int StageDaysMax = 1000;

    /// <summary>The season in days.</summary>
    public int Total => Initial + Development + Mid + Late;

    /// <summary>The stage of a day of the season.</summary>
    public CropStage StageAt(int day) => day switch
    {
        _ when day <= Initial => CropStage.Initial,
        _ when day <= Initial + Development => CropStage.Development,
        _ when day <= Initial + Development + Mid => CropStage.Mid,
        _ when day <= Total => CropStage.Late,
        _ => CropStage.Ended,
    };

    /// <summary>
    /// The coefficient of a day (FAO-56 Eq. 66): level in the initial stage and mid season, a straight line between them and to the
    /// end; beyond the season the last one holds.
    /// </summary>
    /// <param name="coefficients">Of the crop.</param>
    /// <param name="day">The number i of Eq. 66, 0 and above.</param>
    public double CoefficientAt(CropCoefficients coefficients, int day) => StageAt(day) switch
    {
        CropStage.Initial => coefficients.Ini,
        CropStage.Development => Between(coefficients.Ini, coefficients.Mid, day - Initial, Development),
        CropStage.Mid => coefficients.Mid,
        CropStage.Late => Between(coefficients.Mid, coefficients.End, day - Initial - Development - Mid, Late),
        _ => coefficients.End,
    };

    /// <summary>The first impossible length, or null.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("lini", Initial, 0, StageDaysMax, "days")
        ?? InputFault.OutOfRange("ldev", Development, 0, StageDaysMax, "days")
        ?? InputFault.OutOfRange("lmid", Mid, 0, StageDaysMax, "days")
        ?? InputFault.OutOfRange("llate", Late, 0, StageDaysMax, "days")
        ?? (Total == 0 ? new InputFault("stages", "must sum to at least 1 day") : null);

    private static double Between(double from, double to, int done, int length) => from + ((to - from) * done / length);
}

/// <summary>The stages of a crop.</summary>
public enum CropStage
{
    /// <summary>From planting to about 10 % ground cover.</summary>
    Initial,

    /// <summary>To full cover.</summary>
    Development,

    /// <summary>To the start of maturity.</summary>
    Mid,

    /// <summary>To harvest.</summary>
    Late,

    /// <summary>After the season.</summary>
    Ended,
}
