namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The standardized precipitation index (McKee et al. 1993): how unusual the rain of the last months is for the season, in
/// standard deviations. By the algorithm of <c>climate_indices</c>, with two deliberate differences: negative rain counts as
/// missing, not as none, and a calendar month in which it never rained has no index, not the driest possible.
/// </summary>
public sealed class StandardizedPrecipitation
{
    private const int MonthsOfYear = 12;

    private readonly RainFit?[] _fits = new RainFit?[MonthsOfYear];
    private readonly SpiGap[] _gaps = new SpiGap[MonthsOfYear];

    private StandardizedPrecipitation(SpiValue[] values) => Values = values;

    /// <summary>Classes after McKee and WMO-No. 1090; from -0.99 to 0.99 near normal.</summary>
    public static ClassScale Classes { get; } = new(
        "spi",
        "McKee et al. 1993, WMO-No. 1090",
        "extremely-dry",
        new ClassStep("severely-dry", -2, IsFromIncluded: false),
        new ClassStep("moderately-dry", -1.5, IsFromIncluded: false),
        new ClassStep("near-normal", -1, IsFromIncluded: false),
        new ClassStep("moderately-wet", 1),
        new ClassStep("very-wet", 1.5),
        new ClassStep("extremely-wet", 2));

    /// <summary>One value for each month of the series.</summary>
    public IReadOnlyList<SpiValue> Values { get; }

    /// <summary>What is usual in a calendar month, 1 to 12; null where it could not be said.</summary>
    public RainFit? FitOf(int month) => _fits[month - 1];

    /// <summary>Why there is no <see cref="FitOf"/> a calendar month, 1 to 12.</summary>
    public SpiGap GapOf(int month) => _gaps[month - 1];

    /// <summary>Computes the index of every month.</summary>
    /// <param name="rain">Monthly rain in mm, without a month left out; null where it is not known.</param>
    /// <param name="firstYear">The calendar year of the first value.</param>
    /// <param name="firstMonth">The calendar month of the first value, 1 to 12.</param>
    /// <param name="options">Scale and calibration.</param>
    public static StandardizedPrecipitation Of(
        IReadOnlyList<double?> rain, int firstYear, int firstMonth, SpiOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Scale, SpiOptions.ScaleMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMonth, MonthsOfYear);

        double?[] sums = Sums(rain, options.Scale);
        StandardizedPrecipitation result = new(new SpiValue[sums.Length]);
        for (int month = 0; month < MonthsOfYear; month++)
        {
            int first = (month - (firstMonth - 1) + MonthsOfYear) % MonthsOfYear;
            result.FitMonth(sums, first, firstYear + ((firstMonth - 1 + first) / MonthsOfYear), month, options);
        }

        return result;
    }

    /// <summary>
    /// Sums over the last months, one for each value; null for the first ones, and while a missing, negative or not finite
    /// month is among them.
    /// </summary>
    public static double?[] Sums(IReadOnlyList<double?> rain, int scale)
    {
        double?[] sums = new double?[rain.Count];
        for (int i = scale - 1; i < rain.Count; i++)
        {
            // Summed anew each time: a running sum would carry its rounding through decades.
            double sum = 0;
            bool isKnown = true;
            for (int month = i - scale + 1; month <= i && isKnown; month++)
            {
                isKnown = rain[month] is >= 0 && double.IsFinite(rain[month]!.Value);
                sum += rain[month] ?? 0;
            }

            sums[i] = isKnown ? sum : null;
        }

        return sums;
    }

    private void FitMonth(double?[] sums, int first, int year, int month, SpiOptions options)
    {
        List<double> calibration = [];
        bool isReached = first >= sums.Length;
        for (int i = first, y = year; i < sums.Length; i += MonthsOfYear, y++)
        {
            bool isInside = y >= (options.CalibrateFrom ?? int.MinValue) && y <= (options.CalibrateTo ?? int.MaxValue);
            isReached |= isInside;
            if (isInside && sums[i] is { } sum)
            {
                calibration.Add(sum);
            }
        }

        _fits[month] = RainFit.Of(calibration, options.YearsMin, out _gaps[month]);
        _gaps[month] = isReached ? _gaps[month] : SpiGap.CalibrationOutside;
        SpiValue[] values = (SpiValue[])Values;
        for (int i = first; i < sums.Length; i += MonthsOfYear)
        {
            SpiGap gap = i < options.Scale - 1 ? SpiGap.BeforeFirstSum
                : sums[i] is null ? SpiGap.MissingRain
                : _gaps[month];
            values[i] = new SpiValue(gap == SpiGap.None ? _fits[month]!.IndexOf(sums[i]!.Value) : null, sums[i], gap);
        }
    }
}
