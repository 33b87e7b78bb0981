using EnviAgriNet.Forecasting.Models;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>The combination fitted to a whole series.</summary>
/// <param name="Forecasts">Step by step.</param>
/// <param name="Weights">What was combined, largest share first.</param>
internal sealed record Combined(double[] Forecasts, IReadOnlyList<ModelWeight> Weights)
{
    /// <summary>Fits the members of a trial to all values and combines them; null when none applies any more.</summary>
    public static Combined? Of(
        CombinedTrial trial, ReadOnlySpan<double> values, int season, int horizon, Scale scale, IReadOnlyList<Member> further)
    {
        Dictionary<string, double> weights = CombinedTrial.Pool(trial.Trial)
            .Select((member, i) => (member.Name, Weight: trial.Weights[i]))
            .ToDictionary(m => m.Name, m => m.Weight);
        List<(ModelFit Fit, string Name, double Weight, double[] Forecasts)> fits = [];
        foreach (Member member in (IEnumerable<Member>)[.. ModelPool.For(season, trial.Trial.First), .. further])
        {
            if (weights.TryGetValue(member.Model.Name, out double weight) && member.Fit(values) is { } fit)
            {
                fits.Add((fit, member.Model.Name, weight, scale.Within(fit.Forecast(horizon))));
            }
        }

        if (fits.Count == 0)
        {
            return null;
        }

        double total = fits.Sum(f => f.Weight);
        return new Combined(
            Blend.Steps([.. fits.Select(f => f.Forecasts)], [.. fits.Select(f => f.Weight)]),
            [.. fits.OrderByDescending(f => f.Weight).Select(f => new ModelWeight(f.Name, f.Fit.Description, f.Weight / total))]);
    }
}
