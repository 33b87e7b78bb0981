namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The air quality index of the US EPA as revised in 2024 (EPA-454/B-24-002, 89 FR 16202): the concentration is cut off
/// after the decimals of the table, the index runs in a straight line inside a span and is rounded half up.
/// </summary>
public static class UsAqiTable
{
    /// <summary>At and below it a "concentration" is the mark of a missing value (-99, -999), not noise around zero.</summary>
    public const double MissingMark = -99;

    private const double ConcentrationMax = 1e6;
    private const int ScaleTop = 500;
    private const int So2CapOfOneHour = 200;
    private const decimal So2DayFrom = 305;

    private static readonly int[] Tops = [50, 100, 150, 200, 300, 400, 500];

    /// <summary>
    /// In the order of <see cref="UsPollutant"/>. Two public implementations disagree about PM2.5 above 225.4; this is the
    /// EPA's own table, one span from 301 to 500.
    /// </summary>
    private static readonly Scale[] Scales =
    [
        new(1, 0, [9.0m, 9.1m, 35.4m, 35.5m, 55.4m, 55.5m, 125.4m, 125.5m, 225.4m, 225.5m, 325.4m], [.. Tops[..5], 500]),
        new(0, 0, [54, 55, 154, 155, 254, 255, 354, 355, 424, 425, 504, 505, 604], Tops),
        new(3, 0, [0.054m, 0.055m, 0.070m, 0.071m, 0.085m, 0.086m, 0.105m, 0.106m, 0.200m], Tops[..5]),
        new(3, 0.125m, [0.164m, 0.165m, 0.204m, 0.205m, 0.404m, 0.405m, 0.504m, 0.505m, 0.604m], Tops[2..], 101),
        new(1, 0, [4.4m, 4.5m, 9.4m, 9.5m, 12.4m, 12.5m, 15.4m, 15.5m, 30.4m, 30.5m, 40.4m, 40.5m, 50.4m], Tops),
        new(0, 0, [35, 36, 75, 76, 185, 186, 304], Tops[..4]),
        new(0, So2DayFrom, [604, 605, 804, 805, 1004], Tops[4..], 201),
        new(0, 0, [53, 54, 100, 101, 360, 361, 649, 650, 1249, 1250, 1649, 1650, 2049], Tops),
    ];

    /// <summary>
    /// The index of one pollutant; null for a value that is not finite or is a mark of missing, and where the EPA defines
    /// none for this averaging time. Noise of PM2.5 below zero counts as zero; other values below zero have no index.
    /// One hour of sulphur dioxide from 305 ppb on is 200: more can only come from the mean of 24 h.
    /// </summary>
    /// <param name="pollutant">The pollutant with its averaging time.</param>
    /// <param name="concentration">In the unit that <see cref="UsPollutant"/> names.</param>
    public static UsAqiValue? ValueOf(UsPollutant pollutant, double concentration)
    {
        double capped = Math.Min(concentration, ConcentrationMax);
        if (!double.IsFinite(concentration) || concentration <= MissingMark || !ExactDecimal.TryFrom(capped, out decimal exact))
        {
            return null;
        }

        if (exact < 0)
        {
            return pollutant == UsPollutant.Pm25 ? Of(0) : null;
        }

        Scale scale = Scales[(int)pollutant];
        decimal cut = ExactDecimal.Truncate(exact, scale.Decimals);
        if (cut > scale.Ends[^1])
        {
            return pollutant switch
            {
                UsPollutant.O3Over8Hours => null,
                UsPollutant.So2Over1Hour => Of(So2CapOfOneHour),
                _ => Of(IndexOf(scale, cut)),
            };
        }

        return cut < scale.From ? null : Of(IndexOf(scale, cut));
    }

    /// <summary>
    /// The index of sulphur dioxide from both means: that of the hour up to 304 ppb; above, that of the 24 h from 305 ppb on,
    /// and exactly 200 while those 24 h are lower or unknown.
    /// </summary>
    public static UsAqiValue? So2(double hourMean, double? dayMean) =>
        ValueOf(UsPollutant.So2Over1Hour, hourMean) is not { } ofHour ? null
        : hourMean >= (double)So2DayFrom && dayMean is { } day
            ? ValueOf(UsPollutant.So2Over24Hours, day) ?? ofHour
            : ofHour;

    /// <summary>The lowest and highest concentration that has an index; the upper end is null where the last slope goes on.</summary>
    public static (double From, double? To) Limits(UsPollutant pollutant) =>
        ((double)Scales[(int)pollutant].From,
            pollutant == UsPollutant.O3Over8Hours ? (double)Scales[(int)pollutant].Ends[^1] : null);

    private static decimal IndexOf(Scale scale, decimal value)
    {
        int span = 0;
        while (span < scale.Ends.Length - 1 && value > scale.Ends[span])
        {
            span += 2;
        }

        decimal low = span == 0 ? scale.From : scale.Ends[span - 1];
        int indexLow = span == 0 ? scale.FirstIndex : scale.Tops[(span / 2) - 1] + 1;
        int indexHigh = scale.Tops[span / 2];
        return indexLow + ((indexHigh - indexLow) * (value - low) / (scale.Ends[span] - low));
    }

    private static UsAqiValue Of(decimal index)
    {
        int number = ExactDecimal.Round(index);
        return new UsAqiValue(number, CategoryOf(number), number > ScaleTop);
    }

    private static UsAqiCategory CategoryOf(int index) => index switch
    {
        <= 50 => UsAqiCategory.Good,
        <= 100 => UsAqiCategory.Moderate,
        <= 150 => UsAqiCategory.UnhealthyForSensitiveGroups,
        <= 200 => UsAqiCategory.Unhealthy,
        <= 300 => UsAqiCategory.VeryUnhealthy,
        _ => UsAqiCategory.Hazardous,
    };

    /// <summary>One column of the table.</summary>
    /// <param name="Decimals">How many decimals of a concentration count.</param>
    /// <param name="From">The lowest concentration of the first span.</param>
    /// <param name="Ends">The upper end of the first span, then the lower and upper end of each that follows.</param>
    /// <param name="Tops">The index at the upper end of each span; the next begins one higher.</param>
    /// <param name="FirstIndex">The index at <paramref name="From"/>.</param>
    private sealed record Scale(int Decimals, decimal From, decimal[] Ends, int[] Tops, int FirstIndex = 0);
}
