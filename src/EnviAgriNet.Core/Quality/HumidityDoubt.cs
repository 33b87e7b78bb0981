using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Optical dust sensors count droplets as dust in humid air, so what they say there without a correction is suspect.
/// </summary>
/// <param name="HumidityAbove">Suspect when the relative humidity is strictly above this, percent.</param>
public sealed record HumidityDoubt(double HumidityAbove)
{
    /// <summary>The flag of an uncorrected value; 2 when the humidity is not known.</summary>
    public QualityFlag Judge(double? humidity) =>
        humidity is not { } percent || !double.IsFinite(percent) ? QualityFlag.NotEvaluated
        : percent > HumidityAbove ? QualityFlag.Suspect
        : QualityFlag.Pass;

    /// <summary>What is wrong with the limit.</summary>
    public IEnumerable<string> Faults() =>
        HumidityAbove is >= 0 and <= 100 ? [] : [$"humidity_above {HumidityAbove} must be from 0 to 100"];
}
