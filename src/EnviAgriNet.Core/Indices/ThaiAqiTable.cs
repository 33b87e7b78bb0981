namespace EnviAgriNet.Core.Indices;

/// <summary>
/// A version of the Thai air quality index. Between the printed ends of two classes (15.0 and 15.1) the index runs on in a
/// straight line, so that it never jumps and never falls while the concentration rises.
/// </summary>
public sealed class ThaiAqiTable
{
    private const int ScaleTop = 200;

    private static readonly int[] Indices = [0, 25, 26, 50, 51, 100, 101, ScaleTop];

    private readonly double[][] _concentrations;
    private readonly bool _isContinuationConfirmed;

    private ThaiAqiTable(double[] pm25, bool isContinuationConfirmed)
    {
        _isContinuationConfirmed = isContinuationConfirmed;
        _concentrations =
        [
            pm25,
            [0, 50, 51, 80, 81, 120, 121, 180],
            [0, 35, 36, 50, 51, 70, 71, 120],
            [0, 4.4, 4.5, 6.4, 6.5, 9.0, 9.1, 30.0],
            [0, 60, 61, 106, 107, 170, 171, 340],
            [0, 100, 101, 200, 201, 300, 301, 400],
        ];
    }

    /// <summary>In force since June 2023: 24 h standard of PM2.5 37.5 µg/m³. Above 200 its numbers are not confirmed.</summary>
    public static ThaiAqiTable Since2023 { get; } = new([0, 15.0, 15.1, 25.0, 25.1, 37.5, 37.6, 75.0], false);

    /// <summary>The table of 2018: 24 h standard of PM2.5 50 µg/m³. Published numbers confirm how it goes on above 200.</summary>
    public static ThaiAqiTable Since2018 { get; } = new([0, 25, 26, 37, 38, 50, 51, 90], true);

    /// <summary>The concentration at which the index of a pollutant is 100, then 200: the upper ends of two classes.</summary>
    public (double At100, double At200) Limits(Pollutant pollutant) =>
        (_concentrations[(int)pollutant][5], _concentrations[(int)pollutant][7]);

    /// <summary>The index of one pollutant, rounded half away from zero; null for a negative or not finite concentration.</summary>
    public AqiValue? ValueOf(Pollutant pollutant, double concentration)
    {
        if (!double.IsFinite(concentration) || concentration < 0)
        {
            return null;
        }

        double[] points = _concentrations[(int)pollutant];
        if (concentration > points[^1])
        {
            // The highest class begins right above the last printed end, so the index is never just 200 there.
            double beyond = Math.Min(ScaleTop + (concentration - points[^1]), int.MaxValue / 2);
            return new AqiValue(
                Math.Max(ScaleTop + 1, Round(beyond)), AqiClass.AffectsHealth, !_isContinuationConfirmed);
        }

        int upper = 1;
        while (concentration > points[upper])
        {
            upper++;
        }

        double rise = (Indices[upper] - Indices[upper - 1]) * (concentration - points[upper - 1]);
        int index = Round((rise / (points[upper] - points[upper - 1])) + Indices[upper - 1]);
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

    private static int Round(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    private static AqiClass ClassOf(int index) => index switch
    {
        <= 25 => AqiClass.VeryGood,
        <= 50 => AqiClass.Good,
        <= 100 => AqiClass.Moderate,
        <= ScaleTop => AqiClass.StartsToAffectHealth,
        _ => AqiClass.AffectsHealth,
    };
}
