namespace EnviAgriNet.Core.Indices;

/// <summary>
/// A version of the Thai air quality index. Between the printed ends of two classes (15.0 and 15.1) the index runs on in a
/// straight line, so that it never jumps and never falls while the concentration rises.
/// </summary>
public sealed class ThaiAqiTable
{
    private const int ScaleTop = 200;
    private const double ConcentrationMax = 1e9;

    private static readonly int[] Indices = [0, 25, 26, 50, 51, 100, 101, ScaleTop];

    private readonly decimal[][] _concentrations;
    private readonly bool _isContinuationConfirmed;

    private ThaiAqiTable(decimal[] pm25, bool isContinuationConfirmed)
    {
        _isContinuationConfirmed = isContinuationConfirmed;
        _concentrations =
        [
            pm25,
            [0, 50, 51, 80, 81, 120, 121, 180],
            [0, 35, 36, 50, 51, 70, 71, 120],
            [0, 4.4m, 4.5m, 6.4m, 6.5m, 9.0m, 9.1m, 30.0m],
            [0, 60, 61, 106, 107, 170, 171, 340],
            [0, 100, 101, 200, 201, 300, 301, 400],
        ];
    }

    /// <summary>In force since June 2023: 24 h standard of PM2.5 37.5 µg/m³. Above 200 its numbers are not confirmed.</summary>
    public static ThaiAqiTable Since2023 { get; } = new([0, 15.0m, 15.1m, 25.0m, 25.1m, 37.5m, 37.6m, 75.0m], false);

    /// <summary>The table of 2018: 24 h standard of PM2.5 50 µg/m³. Published numbers confirm how it goes on above 200.</summary>
    public static ThaiAqiTable Since2018 { get; } = new([0, 25, 26, 37, 38, 50, 51, 90], true);

    /// <summary>The concentration at which the index of a pollutant is 100, then 200: the upper ends of two classes.</summary>
    public (double At100, double At200) Limits(Pollutant pollutant) =>
        ((double)_concentrations[(int)pollutant][5], (double)_concentrations[(int)pollutant][7]);

    /// <summary>The index of one pollutant, rounded half away from zero; null for a negative or not finite concentration.</summary>
    public AqiValue? ValueOf(Pollutant pollutant, double concentration)
    {
        // Capped, so that even an absurd value gives an index instead of nothing: a sensor gone wild must not look clean.
        double capped = Math.Min(concentration, ConcentrationMax);
        if (!double.IsFinite(concentration) || concentration < 0 || !ExactDecimal.TryFrom(capped, out decimal exact))
        {
            return null;
        }

        decimal[] points = _concentrations[(int)pollutant];
        if (exact > points[^1])
        {
            // The highest class begins right above the last printed end, so the index is never just 200 there.
            int beyond = ExactDecimal.Round(ScaleTop + (exact - points[^1]));
            return new AqiValue(Math.Max(ScaleTop + 1, beyond), AqiClass.AffectsHealth, !_isContinuationConfirmed);
        }

        int upper = 1;
        while (exact > points[upper])
        {
            upper++;
        }

        // Multiplied before it is divided: the quotient is exact wherever the true one is, above all at the halves.
        decimal rise = (Indices[upper] - Indices[upper - 1]) * (exact - points[upper - 1]);
        int index = ExactDecimal.Round((rise / (points[upper] - points[upper - 1])) + Indices[upper - 1]);
        return new AqiValue(index, ClassOf(index), IsBeyondScale: false);
    }

    /// <summary>The index of a station, or null when no pollutant has one.</summary>
    public StationAqi? ValueOf(IEnumerable<KeyValuePair<Pollutant, double>> concentrations)
    {
        StationAqi? largest = null;
        foreach ((Pollutant pollutant, double concentration) in concentrations.OrderBy(c => c.Key))
        {
            if (ValueOf(pollutant, concentration) is { } value && !(value.Number < largest?.Value.Number))
            {
                largest = new StationAqi(value, pollutant);
            }
        }

        return largest;
    }

    private static AqiClass ClassOf(int index) => index switch
    {
        <= 25 => AqiClass.VeryGood,
        <= 50 => AqiClass.Good,
        <= 100 => AqiClass.Moderate,
        <= ScaleTop => AqiClass.StartsToAffectHealth,
        _ => AqiClass.AffectsHealth,
    };
}
