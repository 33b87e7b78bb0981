using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>
/// Expected numbers were made once with an independent implementation: numpy sums, scipy.stats.gamma.cdf and norm.ppf of
/// scipy 1.10, the fit of Thom, on the same series.
/// </summary>
public sealed class StandardizedPrecipitationTests
{
    /// <summary>September and January rain of Chiang Mai province 1979 to 2013 in mm (Office of Agricultural Economics).</summary>
    private static readonly double[] September =
    [
        120.91, 113.99, 99.05, 233.32, 130.46, 127.55, 75.7, 100.05, 104.87, 93.77, 115.69, 77.14, 80.98, 144.25, 114.23, 142.7,
        94.63, 103.98, 111.9, 100.85, 123.68, 72.96, 108.5, 231.65, 275.2, 159.85, 248.23, 177.73, 149.27, 160.63, 96.53, 91.16,
        153.46, 219.65, 253.71556203175913,
    ];

    private static readonly double[] January =
    [
        0, 0, 0.29, 3.7, 7.37, 0, 1.4, 0, 26.3, 0, 3.2, 1.4, 6.22, 5.3, 0, 0, 0, 0, 0, 11.35, 15.86, 44, 12.15, 8.77, 20.35,
        9.95, 0, 12.2, 1.3, 16.6, 0, 21.7, 2.6, 19.5, 84.10158318858254,
    ];

    [Fact]
    public void Of_SeptemberOfChiangMai_IsThatOfTheReference()
    {
        RainFit fit = RainFit.Of(September, 30, out _)!;

        Assert.Equal(7.36638210056397, fit.Alpha, 1e-9);
        Assert.Equal(18.649339260405107, fit.Beta, 1e-9);
        Assert.Equal(0, fit.DryShare);
        Assert.Equal(-0.21490198984707756, fit.IndexOf(September[0])!.Value, 1e-9);
        Assert.Equal(1.693847683646333, fit.IndexOf(September[3])!.Value, 1e-9);
        Assert.Equal(-0.015337442671357478, fit.IndexOf(September[4])!.Value, 1e-9);
    }

    [Fact]
    public void Of_JanuaryOfChiangMaiWithDryYears_IsThatOfTheReference()
    {
        RainFit fit = RainFit.Of(January, 30, out _)!;

        Assert.Equal(0.9066056808526013, fit.Alpha, 1e-9);
        Assert.Equal(16.094988452971496, fit.Beta, 1e-9);
        Assert.Equal(12 / 35.0, fit.DryShare, 1e-12);
        Assert.Equal(35, fit.Years);
        Assert.Equal(-0.4046779045300476, fit.IndexOf(0)!.Value, 1e-9);
        Assert.Equal(-0.3569167718404272, fit.IndexOf(0.29)!.Value, 1e-9);
        Assert.Equal(0.29327044684739334, fit.IndexOf(7.37)!.Value, 1e-9);
    }

    /// <summary>A made series of 40 years from 1981 with dry months and one missing month (June 1992), calibrated on 1986 to 2015.</summary>
    [Theory]
    [InlineData(1, 23, 0.0, -0.52440051)]
    [InlineData(1, 100, 70.2, -0.28116403)]
    [InlineData(1, 479, 35.6, 3.09)]
    [InlineData(3, 24, 33.5, 0.09917638)]
    [InlineData(3, 138, null, null)]
    [InlineData(3, 300, 102.8, 1.77500171)]
    [InlineData(6, 23, 493.0, -0.73382412)]
    [InlineData(6, 371, 371.6, -1.29507038)]
    [InlineData(12, 100, 2067.2, 1.87433497)]
    [InlineData(12, 143, null, null)]
    [InlineData(12, 371, 651.0, -0.99243399)]
    [InlineData(24, 23, 1477.3, -1.03939539)]
    [InlineData(24, 300, 2622.9, 0.63208638)]
    public void Of_MadeSeries_IsThatOfTheReference(int scale, int month, double? sum, double? index)
    {
        SpiOptions options = new() { Scale = scale, CalibrateFrom = 1986, CalibrateTo = 2015, YearsMin = 25 };
        SpiValue value = StandardizedPrecipitation.Of(MadeSeries(), 1981, 1, options).Values[month];

        Assert.Equal(sum is null, value.Sum is null);
        Assert.Equal(sum ?? 0, value.Sum ?? 0, 1e-6);
        Assert.Equal(index is null, value.Index is null);
        Assert.Equal(index ?? 0, value.Index ?? 0, 1e-7);
        Assert.Equal(index is null ? SpiGap.MissingRain : SpiGap.None, value.Gap);
    }

    [Fact]
    public void Of_SeriesThatBeginsInAnotherMonth_HasTheSameFits()
    {
        SpiOptions options = new() { Scale = 1, CalibrateFrom = 1986, CalibrateTo = 2015, YearsMin = 25 };
        StandardizedPrecipitation whole = StandardizedPrecipitation.Of(MadeSeries(), 1981, 1, options);
        StandardizedPrecipitation later = StandardizedPrecipitation.Of([.. MadeSeries().Skip(14)], 1982, 3, options);

        Assert.Equal(4.696216884654379, whole.FitOf(1)!.Alpha, 1e-9);
        Assert.Equal(1.3124684219285114, whole.FitOf(1)!.Beta, 1e-9);
        Assert.All(Enumerable.Range(1, 12), month => Assert.Equal(whole.FitOf(month), later.FitOf(month)));
        Assert.Equal(whole.Values.Skip(14), later.Values);
    }

    /// <summary>climate_indices test_compute.py, sum_to_scale.</summary>
    [Fact]
    public void Sums_PublishedSeries_IsThePublishedOne()
    {
        Assert.Equal([null, null, 13, 12, 9, 6, 9, 16, 18], StandardizedPrecipitation.Sums([3, 4, 6, 2, 1, 3, 5, 8, 5], 3));
        Assert.Equal([null, null, 13, null, null, null, 9], StandardizedPrecipitation.Sums([3, 4, 6, null, 1, 3, 5], 3));
        Assert.Equal([null, null, null, 9], StandardizedPrecipitation.Sums([-999, 1, 3, 5], 3));
    }

    [Fact]
    public void Of_FirstMonths_HaveNoSumYet()
    {
        StandardizedPrecipitation result = StandardizedPrecipitation.Of(MadeSeries(), 1981, 1, new SpiOptions { Scale = 6 });

        Assert.All(result.Values.Take(5), v => Assert.Equal(new SpiValue(null, null, SpiGap.BeforeFirstSum), v));
        Assert.NotNull(result.Values[5].Index);
    }

    [Fact]
    public void Of_MonthThatIsAlwaysDry_SaysSoAndTheOthersGoOn()
    {
        double?[] series = MadeSeries();
        for (int i = 0; i < series.Length; i += 12)
        {
            series[i] = 0;
        }

        StandardizedPrecipitation result = StandardizedPrecipitation.Of(series, 1981, 1, new SpiOptions());

        Assert.Equal(SpiGap.AlwaysDry, result.GapOf(1));
        Assert.Null(result.FitOf(1));
        Assert.Equal(new SpiValue(null, 0, SpiGap.AlwaysDry), result.Values[0]);
        Assert.NotNull(result.Values[8].Index);
    }

    [Fact]
    public void RainFitOf_TooLittle_SaysWhy()
    {
        Assert.Null(RainFit.Of([1, 2, 3], 30, out SpiGap few));
        Assert.Null(RainFit.Of([1, 2, 0, 0], 3, out SpiGap wet));
        Assert.Null(RainFit.Of([7, 7, 7, 7], 3, out SpiGap flat));
        Assert.Equal((SpiGap.TooFewYears, SpiGap.TooFewWetYears, SpiGap.NoVariation), (few, wet, flat));
    }

    [Fact]
    public void Of_CalibrationOutsideTheSeries_SaysSo()
    {
        SpiOptions options = new() { CalibrateFrom = 1901, CalibrateTo = 1930 };
        StandardizedPrecipitation result = StandardizedPrecipitation.Of(MadeSeries(), 1981, 1, options);

        Assert.All(result.Values.Where(v => v.Sum is not null), v => Assert.Equal(SpiGap.CalibrationOutside, v.Gap));
        Assert.All(result.Values, v => Assert.Null(v.Index));
    }

    [Fact]
    public void IndexOf_ExtremeSums_AreCut()
    {
        RainFit fit = new(1.3062, 34.5021, 0, 30);
        Assert.Equal(-3.09, fit.IndexOf(0));
        Assert.Equal(-3.09, fit.IndexOf(1e-6));
        Assert.Equal(3.09, fit.IndexOf(1e6));
        Assert.Null(fit.IndexOf(-1));
        Assert.Null(fit.IndexOf(double.NaN));
    }

    [Fact]
    public void IndexOf_AnyTwoSums_KeepTheirOrderAndAreFinite() =>
        Prop.ForAll<NormalFloat, NormalFloat, NormalFloat>((first, second, shape) =>
        {
            RainFit fit = new(0.05 + (Math.Abs(shape.Get) % 200), 20, Math.Abs(first.Get) % 0.99, 30);
            (double low, double high) = (Math.Abs(first.Get) % 5000, Math.Abs(second.Get) % 5000);
            (low, high) = low <= high ? (low, high) : (high, low);
            return fit.IndexOf(low) <= fit.IndexOf(high) + 1e-12 && double.IsFinite(fit.IndexOf(low)!.Value);
        }).QuickCheckThrowOnFailure();

    /// <summary>The unit of the rain does not matter: inches give the same index as millimetres.</summary>
    [Fact]
    public void Of_OtherUnit_IsTheSameIndex()
    {
        double?[] inches = [.. MadeSeries().Select(mm => mm / 25.4)];
        IReadOnlyList<SpiValue> expected = StandardizedPrecipitation.Of(MadeSeries(), 1981, 1, new SpiOptions { Scale = 3 }).Values;
        IReadOnlyList<SpiValue> actual = StandardizedPrecipitation.Of(inches, 1981, 1, new SpiOptions { Scale = 3 }).Values;

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Index ?? 9, pair.Second.Index ?? 9, 1e-9));
    }

    [Theory]
    [InlineData(2.0, "extremely-wet")]
    [InlineData(1.99, "very-wet")]
    [InlineData(1.5, "very-wet")]
    [InlineData(1.49, "moderately-wet")]
    [InlineData(1.0, "moderately-wet")]
    [InlineData(0.99, "near-normal")]
    [InlineData(-0.99, "near-normal")]
    [InlineData(-1.0, "moderately-dry")]
    [InlineData(-1.49, "moderately-dry")]
    [InlineData(-1.5, "severely-dry")]
    [InlineData(-1.99, "severely-dry")]
    [InlineData(-2.0, "extremely-dry")]
    public void Classes_Limits_AreThoseOfMcKee(double index, string expected) =>
        Assert.Equal(expected, StandardizedPrecipitation.Classes.ClassOf(index));

    /// <summary>A linear congruential generator, so that any language can make the same series.</summary>
    private static double?[] MadeSeries()
    {
        int[] season = [5, 8, 25, 60, 160, 120, 140, 180, 220, 110, 30, 6];
        double?[] series = new double?[480];
        long x = 20260101;
        for (int i = 0; i < series.Length; i++)
        {
            x = ((x * 1103515245) + 12345) % (1L << 31);
            double rain = Math.Round(season[i % 12] * -Math.Log(1 - (x / (double)(1L << 31))) * 10) / 10;
            series[i] = rain < 2 && i % 12 is (0 or 1 or 11) ? 0 : rain;
        }

        series[137] = null;
        return series;
    }
}
