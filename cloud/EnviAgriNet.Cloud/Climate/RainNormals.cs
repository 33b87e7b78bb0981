using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// What rain is usual in a region, fitted to its history and to nothing else: what stations measured since never shifts it. Pure; not
/// safe for use by several threads.
/// </summary>
internal sealed class RainNormals(RainHistory history)
{
    private readonly Dictionary<int, StandardizedPrecipitation> _byScale = [];

    /// <summary>The history.</summary>
    public RainHistory History => history;

    /// <summary>What sum of so many months is usual at the end of a calendar month, 1 to 12; null with the reason when nobody can say.</summary>
    public RainFit? FitOf(int scale, int month, out SpiGap gap)
    {
        if (!_byScale.TryGetValue(scale, out StandardizedPrecipitation? fitted))
        {
            fitted = StandardizedPrecipitation.Of(
                history.Rain, history.First.Year, history.First.Month, new SpiOptions { Scale = scale });
            _byScale.Add(scale, fitted);
        }

        gap = fitted.GapOf(month);
        return fitted.FitOf(month);
    }
}
