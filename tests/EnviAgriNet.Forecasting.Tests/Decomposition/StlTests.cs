using EnviAgriNet.Forecasting.Decomposition;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Tests.Decomposition;

/// <summary>The figures are those of R 4's <c>stl</c> on the same series.</summary>
public sealed class StlTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Decompose_WithASeasonThatStays_IsThatOfR()
    {
        StlParts parts = Stl.Decompose(ClassicSeries.AirPassengers, 12)!;
        Near(
            [
                -25.497718339774, -35.22093480157, -3.0274780117754, -8.2990541852508, -5.7372888131902, 32.336634129694,
                70.243881537013, 68.049432727568, 17.438326037382, -21.063431533358, -57.481850513653, -31.74051550165,
            ],
            parts.Season[..12]);
        Near(
            [127.18734843726, 220.12633942171, 360.99002462765, 497.42990505178],
            [parts.Trend[0], parts.Trend[49], parts.Trend[99], parts.Trend[143]]);
    }

    [Fact]
    public void Decompose_WithASeasonThatMoves_IsThatOfR()
    {
        StlParts parts = Stl.Decompose(ClassicSeries.AirPassengers, 12, new StlOptions { SeasonWindow = 11 })!;
        Near([-16.977074086371, -17.177633337161, 7.5209422257046, -1.1543341279203], parts.Season[..4]);
        Near([-44.19632497895], parts.Season[143..]);
        Near(
            [123.14505692809, 217.7462657926, 360.05649901807, 496.68325402519],
            [parts.Trend[0], parts.Trend[49], parts.Trend[99], parts.Trend[143]]);
    }

    [Fact]
    public void Decompose_Robust_IsThatOfR()
    {
        StlParts parts = Stl.Decompose(
            ClassicSeries.AirPassengers.AsSpan(0, 143), 12, new StlOptions { SeasonWindow = 11, Robust = true })!;
        Near([-20.859613661718, -26.342732662896, -7.0374849867283, -64.986842760053], At(parts.Season));
        Near([130.27431141826, 221.16391227059, 353.74433010197, 496.77069002094], At(parts.Trend));
        Near([0.98679434233716, 0.99714739524892, 0.99679082613669, 0], At(parts.Weights));

        static double[] At(double[] all) => [all[0], all[49], all[99], all[142]];
    }

    [Fact]
    public void Decompose_Robust_LetsOneSpikeLoseItsWeight()
    {
        double[] values = [.. Enumerable.Range(0, 120).Select(t => 50 + (10 * Math.Sin(t * Math.PI / 6)) + (t % 5 * 0.1))];
        double[] calm = Stl.Decompose(values, 12, new StlOptions { Robust = true })!.Season[..12];
        values[60] += 1000;
        StlParts parts = Stl.Decompose(values, 12, new StlOptions { Robust = true })!;
        Assert.Equal(0, parts.Weights[60]);
        Assert.All(parts.Season[..12].Zip(calm), pair => Assert.Equal(pair.Second, pair.First, 0.5));
    }

    [Fact]
    public void Decompose_OfTwoSeasonsOrLess_IsNull()
    {
        Assert.Null(Stl.Decompose(new double[24], 12));
        Assert.Null(Stl.Decompose(new double[24], 1));
        Assert.NotNull(Stl.Decompose(new double[25], 12));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(52)]
    [InlineData(260)]
    public void StlModel_OnASeasonAndALine_ForecastsBoth(int season)
    {
        double[] values = [.. Enumerable.Range(0, (8 * season) + 5).Select(Value)];
        ModelFit fit = new StlModel(new DriftModel(), new StlOptions()).Fit(values, season)!;
        double[] forecast = fit.Forecast(season);
        for (int h = 0; h < season; h++)
        {
            Assert.Equal(Value(values.Length + h), forecast[h], 4.0);
        }

        double Value(int t) => 100 + (0.1 * t) + (10 * Math.Sin(t * 2 * Math.PI / season));
    }

    [Fact]
    public void StlModel_OfASeasonThatMultiplies_GrowsWithTheLevel()
    {
        double[] values = [.. Enumerable.Range(0, 96).Select(Value)];
        var model = new StlModel(new DriftModel(), new StlOptions(), SeasonalShape.Multiplicative);
        double[] forecast = model.Fit(values, 12)!.Forecast(12);
        for (int h = 0; h < 12; h++)
        {
            Assert.Equal(Value(values.Length + h), forecast[h], 0.02 * forecast[h]);
        }

        values[50] = 0;
        Assert.Null(model.Fit(values, 12));

        static double Value(int t) => (100 + (2 * t)) * (1 + (0.3 * Math.Sin(t * Math.PI / 6)));
    }

    [Fact]
    public void SeasonalityTest_OnPassengersAndOnTheNile_TellsThemApart()
    {
        Assert.True(SeasonalityTest.IsSeasonal(ClassicSeries.AirPassengers, 12));
        Assert.False(SeasonalityTest.IsSeasonal(ClassicSeries.Nile, 12));
        Assert.False(SeasonalityTest.IsSeasonal(ClassicSeries.AirPassengers, 100));
    }

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
}
