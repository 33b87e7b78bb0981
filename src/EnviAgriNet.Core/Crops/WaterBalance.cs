namespace EnviAgriNet.Core.Crops;

/// <summary>
/// The water of one field from planting on, by the dual crop coefficients of FAO-56, chapters 7 and 8. The stress of a day is
/// judged by the depletion of the evening before; roots grow into soil at field capacity, so that growth changes no depletion.
/// Not thread-safe.
/// </summary>
public sealed class WaterBalance
{
    /// <summary>Rain from which the entire surface counts as wet when nothing was irrigated, mm.</summary>
    public const double WettingRain = 3;

    private readonly WaterBalanceOptions _options;
    private readonly CropCoefficients _kcb;
    private readonly StageLengths _stages;

    /// <summary>Starts the evening before planting. Throws for options with a fault: ask <see cref="WaterBalanceOptions.Fault"/> before.</summary>
    public WaterBalance(WaterBalanceOptions options)
    {
        if (options.Fault() is { } fault)
        {
            throw new ArgumentException(fault.ToString(), nameof(options));
        }

        _options = options;
        _kcb = options.Crop.Kcb!.Value;
        _stages = options.Stages ?? options.Crop.Stages[0];
        Depletion = options.InitialDepletion;
        SurfaceDepletion = options.InitialSurfaceDepletion ?? options.Soil.TotalEvaporable;
        Wetted = options.InitialWettedFraction;
        Height = options.Crop.HeightStart;
        RootDepth = options.Crop.RootDepthStart;
    }

    /// <summary>Dr, mm.</summary>
    public double Depletion { get; private set; }

    /// <summary>De, mm.</summary>
    public double SurfaceDepletion { get; private set; }

    /// <summary>fw.</summary>
    public double Wetted { get; private set; }

    /// <summary>Height of the crop, m.</summary>
    public double Height { get; private set; }

    /// <summary>Depth of the roots, m.</summary>
    public double RootDepth { get; private set; }

    /// <summary>
    /// Goes on by a day; null with the fault for an impossible one, which changes nothing. Days may be left out: growth follows the
    /// number of the day, water stays as it was.
    /// </summary>
    public WaterBalanceDay? Step(FieldDay day, out InputFault? fault)
    {
        fault = day.Fault();
        if (fault is not null)
        {
            return null;
        }

        double kcb = _stages.CoefficientAt(_kcb, day.Day);
        Grow(kcb);
        double kcMax = ClimateAdjustment.Largest(
            kcb, day.Wind ?? DailyReferenceEt.WindDefault, day.RhMin ?? FieldDay.RhMinDefault, Height);
        double runoff = _options.CurveNumber is { } number
            ? CurveNumber.Runoff(day.Rain, CurveNumber.Of(number, SurfaceDepletion, _options.Soil))
            : 0;
        Wetted = WettedBy(day);
        Surface surface = EvaporateFrom(day, kcb, kcMax, day.Rain - runoff);
        return Deplete(day, kcb, kcMax, runoff, surface);
    }

    /// <summary>Ks (Eq. 84).</summary>
    internal static double Stress(double available, double depletion, double readily) =>
        Math.Clamp((available - depletion) / (available - readily), 0, 1);

    private void Grow(double kcb)
    {
        double span = _kcb.Mid - _kcb.Ini;
        double grown = span > 0 ? (kcb - _kcb.Ini) / span : 1;
        Crop crop = _options.Crop;

        // Neither height nor roots ever shrink: in the late season the coefficient falls, the plant does not.
        Height = Math.Max(Height, crop.HeightStart + ((crop.HeightMax - crop.HeightStart) * grown));
        RootDepth = Math.Max(RootDepth, crop.RootDepthStart + ((crop.RootDepthMax - crop.RootDepthStart) * grown));
    }

    private double WettedBy(FieldDay day) => day switch
    {
        { Irrigation: > 0 } => day.WettedFraction ?? _options.WettedFraction,
        { Rain: >= WettingRain } => 1,
        _ => Wetted,
    };

    private Surface EvaporateFrom(FieldDay day, double kcb, double kcMax, double rain)
    {
        Soil soil = _options.Soil;
        double above = kcb - _kcb.Ini;
        double cover = above > 0
            ? Math.Clamp(Math.Pow(above / (kcMax - _kcb.Ini), 1 + (0.5 * Height)), 0, 0.99)
            : 0;
        double exposed = Math.Clamp(Math.Min(1 - cover, Wetted), 0.01, 1);
        double kr = Math.Clamp(
            (soil.TotalEvaporable - SurfaceDepletion) / (soil.TotalEvaporable - soil.ReadilyEvaporable), 0, 1);
        double ke = Math.Min(kr * (kcMax - kcb), exposed * kcMax);
        double water = rain + (day.Irrigation / Wetted);
        double percolation = Math.Max(water - SurfaceDepletion, 0);
        SurfaceDepletion = Math.Clamp(
            SurfaceDepletion - water + (ke * day.Et0 / exposed) + percolation, 0, soil.TotalEvaporable);
        return new Surface(cover, exposed, kr, ke, percolation);
    }

    private WaterBalanceDay Deplete(FieldDay day, double kcb, double kcMax, double runoff, Surface surface)
    {
        double etc = (kcb + surface.Ke) * day.Et0;
        double p = _options.IsDepletionFractionFixed
            ? _options.Crop.DepletionFraction
            : Math.Clamp(_options.Crop.DepletionFraction + (0.04 * (5 - etc)), 0.1, 0.8);
        double available = _options.Soil.AvailableWater(RootDepth);
        double ks = Stress(available, Depletion, p * available);
        double eta = ((ks * kcb) + surface.Ke) * day.Et0;
        double water = day.Rain - runoff + day.Irrigation;
        double percolation = Math.Max(water - eta - Depletion, 0);
        double depletion = Math.Max(Depletion - water + eta + percolation, 0);
        Depletion = Math.Min(depletion, available);
        return new WaterBalanceDay
        {
            Day = day.Day,
            Stage = _stages.StageAt(day.Day),
            Et0 = day.Et0,
            Kcb = kcb,
            Height = Height,
            KcMax = kcMax,
            Cover = surface.Cover,
            Wetted = Wetted,
            ExposedWetted = surface.Exposed,
            SurfaceDepletion = SurfaceDepletion,
            Kr = surface.Kr,
            Ke = surface.Ke,
            SurfacePercolation = surface.Percolation,
            RootDepth = RootDepth,
            AvailableWater = available,
            DepletionFraction = p,
            ReadilyAvailable = p * available,
            Ks = ks,
            DeepPercolation = percolation,
            Depletion = Depletion,
            Unmet = depletion - Depletion,
            Rain = day.Rain,
            Runoff = runoff,
            Irrigation = day.Irrigation,
            Need = IrrigationNeed.Of(Depletion, p * available, _options.Efficiency),
        };
    }

    private readonly record struct Surface(double Cover, double Exposed, double Kr, double Ke, double Percolation);
}
