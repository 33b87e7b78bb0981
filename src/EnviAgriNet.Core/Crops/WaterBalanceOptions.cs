namespace EnviAgriNet.Core.Crops;

/// <summary>What holds for a whole season of a field.</summary>
public sealed record WaterBalanceOptions
{
    /// <summary>The crop; needs basal coefficients.</summary>
    public required Crop Crop { get; init; }

    /// <summary>Lengths of the stages; the first ones of the crop by default.</summary>
    public StageLengths? Stages { get; init; }

    /// <summary>The soil.</summary>
    public required Soil Soil { get; init; }

    /// <summary>Depletion of the root zone before the first day, default 0 (field capacity), 0 to TAW at planting, mm.</summary>
    public double InitialDepletion { get; init; }

    /// <summary>Depletion of the top layer before the first day, mm; null is TEW, a dry surface (FAO-56 page 153).</summary>
    public double? InitialSurfaceDepletion { get; init; }

    /// <summary>Share of the surface that was wet before the first day, default 1, 0.01 to 1.</summary>
    public double InitialWettedFraction { get; init; } = 1;

    /// <summary>Share of the surface that an irrigation wets, default 1, 0.01 to 1 (FAO-56 Table 20); a day may give its own.</summary>
    public double WettedFraction { get; init; } = 1;

    /// <summary>Share of the water let out that reaches the roots, default 1, 0.1 to 1; only for the gross need.</summary>
    public double Efficiency { get; init; } = 1;

    /// <summary>Curve number of the soil when middling wet, 1 to 100; null lets no rain run off.</summary>
    public double? CurveNumber { get; init; }

    /// <summary>Whether p stays as the crop has it, default no: it follows the day's evapotranspiration (FAO-56 page 162).</summary>
    public bool IsDepletionFractionFixed { get; init; }

    /// <summary>The first absent or impossible value, or null.</summary>
    public InputFault? Fault() =>
        Crop.Fault()
        ?? Soil.Fault()
        ?? (Crop.Kcb is null ? new InputFault("crop", $"{Crop.Code} has no basal coefficients: give kcb in the crop file") : null)
        ?? (Stages is null && Crop.Stages.Count == 0
            ? new InputFault("stages", $"are missing: FAO-56 has no stage lengths of {Crop.Code}")
            : Stages?.Fault())
        ?? InputFault.OutOfRange("initial-depletion", InitialDepletion, 0, Soil.AvailableWater(Crop.RootDepthStart), "mm")
        ?? InputFault.OutOfRange("initial-de", InitialSurfaceDepletion, 0, Soil.TotalEvaporable, "mm")
        ?? InputFault.OutOfRange("initial-fw", InitialWettedFraction, 0.01, 1, "")
        ?? InputFault.OutOfRange("fw", WettedFraction, 0.01, 1, "")
        ?? InputFault.OutOfRange("efficiency", Efficiency, 0.1, 1, "")
        ?? InputFault.OutOfRange("curve-number", CurveNumber, 1, 100, "");
}
