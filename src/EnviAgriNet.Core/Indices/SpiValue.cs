namespace EnviAgriNet.Core.Indices;

/// <summary>The standardized precipitation index of one month.</summary>
/// <param name="Index">The index, from -3.09 to 3.09; null with the reason in <paramref name="Gap"/>.</param>
/// <param name="Sum">The rain of the months it looks back over, in mm; null when one of them is missing.</param>
/// <param name="Gap">Why there is no index.</param>
public readonly record struct SpiValue(double? Index, double? Sum, SpiGap Gap);

/// <summary>Why a month has no index.</summary>
public enum SpiGap
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The series does not reach back far enough for the sum.</summary>
    BeforeFirstSum,

    /// <summary>A month of the sum is missing, negative or not finite.</summary>
    MissingRain,

    /// <summary>Fewer years of calibration than asked for have a sum in this calendar month.</summary>
    TooFewYears,

    /// <summary>It never rained in this calendar month, so no rain is neither dry nor wet.</summary>
    AlwaysDry,

    /// <summary>It rained in fewer than three years of this calendar month.</summary>
    TooFewWetYears,

    /// <summary>All years with rain had the same.</summary>
    NoVariation,

    /// <summary>No month of the series lies in the years of calibration.</summary>
    CalibrationOutside,
}
