using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>Fits one given form without a season.</summary>
internal static class SmoothingByForm
{
    public static ModelFit? Fit(ReadOnlySpan<double> values, EtsTrend trend)
    {
        var form = new EtsForm(EtsError.Additive, trend, EtsSeason.None);
        if (!ValuesInReach.Of(values, 3))
        {
            return null;
        }

        var search = new EtsSearch(values, 1);
        return search.IsConstant
            ? Constant(values, form)
            : search.Estimate(form) is { } estimate ? EtsFit.Of(search, estimate) : null;
    }

    /// <summary>A series that never moved: it goes on, without doubt. Once it has moved, the last value is all there is to say.</summary>
    public static ModelFit Constant(ReadOnlySpan<double> values, EtsForm form)
    {
        double value = values[^1];
        return new StoredFit(
            form.ToString(), 1, new double[values.Length], value,
            longer => new NaiveModel().Fit(longer, 1)!,
            horizon => [.. Enumerable.Repeat(value, horizon)],
            horizon => new double[horizon]);
    }
}
