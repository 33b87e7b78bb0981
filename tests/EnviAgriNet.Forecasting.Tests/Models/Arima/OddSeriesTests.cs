using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Tests.Models.Arima;

/// <summary>Whatever the series, an answer of finite numbers or none.</summary>
public sealed class OddSeriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(52)]
    public void Fit_OfOddSeries_IsFiniteOrNone(int season)
    {
        foreach ((string name, double[] values) in Odd(season))
        {
            AssertFinite(name, values, new ArimaModel().Fit(values, season));
        }
    }

    [Fact]
    public void Fit_OfRandomSeries_IsFiniteOrNone()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            double[] values = new double[random.Next(1, 90)];
            double size = Math.Pow(10, random.Next(-9, 13));
            double keep = random.NextDouble() * 1.05;
            for (int t = 0; t < values.Length; t++)
            {
                double shock = Math.Round(random.NextDouble() * 3) - 1.5;
                values[t] = (keep * (t > 0 ? values[t - 1] : size)) + (shock * size * (random.Next(9) == 0 ? 50 : 1));
            }

            int season = random.Next(1, 13);
            AssertFinite($"seed {seed}, season {season}", values, new ArimaModel().Fit(values, season));
        }
    }

    private static IEnumerable<(string Name, double[] Values)> Odd(int season)
    {
        for (int length = 1; length <= 5; length++)
        {
            yield return ($"length {length}", [.. Enumerable.Range(1, length).Select(t => t * 1.7 % 1)]);
            yield return ($"{length} noughts", new double[length]);
        }

        var random = new Random(5);
        double walk = 100;
        yield return ("all equal", [.. Enumerable.Repeat(7.25, 120)]);
        yield return ("one spike", [.. Enumerable.Range(0, 120).Select(t => t == 60 ? 1e6 : 5.0)]);
        yield return ("spike at the end", [.. Enumerable.Range(0, 60).Select(t => t == 59 ? 1e6 : 5.0)]);
        yield return ("huge", [.. Enumerable.Range(0, 100).Select(t => 1e12 + (1e10 * Math.Sin(t)))]);
        yield return ("huge and nearly equal", [.. Enumerable.Range(0, 100).Select(t => 1e12 + (1e-3 * random.NextDouble()))]);
        yield return ("line", [.. Enumerable.Range(0, 100).Select(t => 3.0 * t)]);
        yield return ("parabola", [.. Enumerable.Range(0, 100).Select(t => 3.0 * t * t)]);
        yield return ("doubling", [.. Enumerable.Range(0, 100).Select(t => Math.Pow(2, t))]);
        yield return ("constant season", [.. Enumerable.Range(0, 130).Select(t => (double)(t % Math.Max(2, season)))]);
        yield return ("alternating", [.. Enumerable.Range(0, 101).Select(t => t % 2 == 0 ? 1.0 : -1.0)]);
        yield return ("walk", [.. Enumerable.Range(0, 600).Select(_ => walk += random.NextDouble() - 0.5)]);
        yield return ("level shift", [.. Enumerable.Range(0, 200).Select(t => (t < 150 ? 1.0 : 100.0) + random.NextDouble())]);
        yield return ("10,000 points", [.. Enumerable.Range(0, 10_000).Select(_ => walk += random.NextDouble() - 0.5)]);
        yield return ("not numbers", [1, 2, double.NaN, 4, 5, 6]);
        yield return ("infinite", [1, 2, double.PositiveInfinity, 4, 5, 6]);
    }

    private static void AssertFinite(string name, double[] values, ModelFit? fit)
    {
        if (fit is null)
        {
            Assert.True(values.Length < 4 || !values.All(double.IsFinite), $"{name}: no answer");
            return;
        }

        ModelFit longer = fit.Apply([.. values, values[^1], values[^1] * 2]);
        foreach (ModelFit each in new[] { fit, longer })
        {
            Assert.True(each.Forecast(30).All(double.IsFinite), $"{name}: {each.Description} forecasts {string.Join(" ", each.Forecast(30))}");
            Assert.True(each.StandardErrors(30).All(x => double.IsFinite(x) && x >= 0), $"{name}: {each.Description} has odd errors");
        }

        Assert.Equal(values.Length, fit.Residuals.Count);
        Assert.DoesNotContain(fit.Residuals, double.IsInfinity);
    }
}
