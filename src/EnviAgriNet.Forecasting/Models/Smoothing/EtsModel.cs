using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>
/// Exponential smoothing whose errors, trend and season are chosen by AICc among the forms R's <c>ets</c> allows:
/// trends add or die out, a multiplied season only with multiplied errors, and both only where every value is
/// above zero. Seasons longer than 24 steps are not tried, as in R; the STL twin is for those.
/// </summary>
public sealed class EtsModel : IForecastModel
{
    /// <summary>The longest season with states of its own.</summary>
    public const int SeasonMax = 24;

    private const int LengthMin = 5;

    /// <inheritdoc/>
    public string Name => "ets";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (!ValuesInReach.Of(values, LengthMin))
        {
            return null;
        }

        int cycle = season is >= 2 and <= SeasonMax && values.Length >= 2 * season ? season : 1;
        var search = new EtsSearch(values, cycle);
        if (search.IsConstant)
        {
            return SmoothingByForm.Constant(values, new EtsForm(EtsError.Additive, EtsTrend.None, EtsSeason.None));
        }

        EtsEstimate? best = null;
        foreach (EtsSeason shape in Seasons(cycle, search.IsPositive))
        {
            foreach (EtsTrend trend in Enum.GetValues<EtsTrend>())
            {
                EtsEstimate? added = shape == EtsSeason.Multiplicative
                    ? null
                    : search.Estimate(new EtsForm(EtsError.Additive, trend, shape));
                best = Better(best, added);
                if (search.IsPositive)
                {
                    best = Better(best, search.Estimate(new EtsForm(EtsError.Multiplicative, trend, shape), added));
                }
            }
        }

        return best is null ? null : EtsFit.Of(search, best);
    }

    private static IEnumerable<EtsSeason> Seasons(int cycle, bool positive)
    {
        yield return EtsSeason.None;
        if (cycle > 1)
        {
            yield return EtsSeason.Additive;
        }

        if (cycle > 1 && positive)
        {
            yield return EtsSeason.Multiplicative;
        }
    }

    private static EtsEstimate? Better(EtsEstimate? one, EtsEstimate? other) =>
        other is null || (one is not null && one.Aicc <= other.Aicc) ? one : other;
}
