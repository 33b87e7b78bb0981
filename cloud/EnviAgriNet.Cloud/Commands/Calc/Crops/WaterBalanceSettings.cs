using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>The options of a water balance: crop, soil, and what the field was like before the first day.</summary>
internal static class WaterBalanceSettings
{
    public static IReadOnlyList<CalcInput> Inputs { get; } =
    [
        .. CropFile.Inputs,
        Setting("planting", "", "the date of planting, default the first row that can be read; rows before it are an error"),
        Setting("climate-u2", "m/s", "mean wind of the season, 0 to 60: with climate-rhmin, kcb is adjusted to the climate (Eq. 70)") with
        {
            Min = 0,
            Max = 60,
        },
        Setting("climate-rhmin", "%", "mean smallest humidity of the season, 0 to 100, with climate-u2") with { Min = 0, Max = 100 },
        Setting("root-start", "m", "depth of the roots at planting, 0.01 to 5, default 0.2 for field crops"),
        Setting("root-depth", "m", "largest depth of the roots, 0.01 to 5, default the one of FAO-56 for irrigation"),
        new("soil", "", "a texture with the middle of FAO-56 Table 19, in place of fc, wp, rew, ze")
        {
            IsOptional = true,
            IsSetting = true,
            Words = [.. SoilTexture.All.Select(t => t.Code)],
        },
        Setting("fc", "m³/m³", "water content at field capacity, 0.01 to 0.7"),
        Setting("wp", "m³/m³", "water content at wilting point, below fc"),
        Setting("rew", "mm", "readily evaporable water, below the total evaporable 1000 (fc - wp/2) ze"),
        Setting("ze", "m", "depth that dries by evaporation, 0.01 to 0.5, default 0.10"),
        Setting("initial-depletion", "mm", "depletion of the root zone before planting, default 0 (field capacity)"),
        Setting("initial-de", "mm", "depletion of the surface layer before planting, default all of it (a dry surface)"),
        Setting("efficiency", "", "share of the water let out that reaches the roots, 0.1 to 1, default 1; for the gross need only"),
        Setting("curve-number", "", "curve number of the middling wet soil, 1 to 100; without it no rain runs off"),
        new("fixed-p", "", "keep p as the crop has it, in place of following the day's evapotranspiration")
        {
            IsFlag = true,
            IsSetting = true,
            IsOptional = true,
        },
    ];

    /// <summary>The options of a call; throws a <see cref="CalcFault"/> for what is absent or impossible.</summary>
    public static WaterBalanceOptions OptionsOf(CalcRow settings)
    {
        Crop crop = CropFile.CropOf(settings);
        double roots = settings.OptionalNumber("root-depth") ?? Math.Max(crop.RootDepthMax, settings.OptionalNumber("root-start") ?? 0);
        crop = crop with
        {
            RootDepthStart = settings.OptionalNumber("root-start") ?? Math.Min(crop.RootDepthStart, roots),
            RootDepthMax = roots,
            Kcb = crop.Kcb is { } kcb ? KcCalculation.Adjusted(settings, kcb, crop, "climate-u2", "climate-rhmin") : null,
        };
        WaterBalanceOptions options = new()
        {
            Crop = crop,
            Soil = SoilOf(settings),
            InitialDepletion = settings.OptionalNumber("initial-depletion") ?? 0,
            InitialSurfaceDepletion = settings.OptionalNumber("initial-de"),
            WettedFraction = settings.OptionalNumber("fw") ?? 1,
            Efficiency = settings.OptionalNumber("efficiency") ?? 1,
            CurveNumber = settings.OptionalNumber("curve-number"),
            IsDepletionFractionFixed = settings.Flag("fixed-p"),
        };
        _ = settings.OptionalDateOrOrdinal("planting");
        return options.Fault() is { } fault ? throw fault.AsFault() : options;
    }

    private static CalcInput Setting(string name, string unit, string description) =>
        new(name, unit, description) { IsOptional = true, IsSetting = true };

    private static Soil SoilOf(CalcRow settings)
    {
        if (settings.OptionalText("soil") is { } code)
        {
            Soil typical = SoilTexture.All.First(t => t.Code == code).Typical;
            return new Soil(
                settings.OptionalNumber("fc") ?? typical.FieldCapacity,
                settings.OptionalNumber("wp") ?? typical.WiltingPoint,
                settings.OptionalNumber("ze") ?? typical.EvaporationDepth,
                settings.OptionalNumber("rew") ?? typical.ReadilyEvaporable);
        }

        return new Soil(
            settings.OptionalNumber("fc") ?? throw new CalcFault("soil", "is missing (or fc, wp and rew)"),
            settings.Number("wp"),
            settings.OptionalNumber("ze") ?? SoilTexture.EvaporationDepth,
            settings.Number("rew"));
    }
}
