using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>The monthly rain of a region as it was imported.</summary>
/// <param name="Region">Whose rain it is.</param>
/// <param name="First">The month of the first figure.</param>
/// <param name="Rain">Rain in mm, a month after the other; null where there is no figure. Never empty.</param>
internal sealed record RainHistory(RegionId Region, CalendarMonth First, IReadOnlyList<double?> Rain)
{
    /// <summary>The month of the last figure.</summary>
    public CalendarMonth Last => First.Plus(Rain.Count - 1);

    /// <summary>The rain of a month in mm; null where there is no figure, and outside the history.</summary>
    public double? Of(CalendarMonth month) =>
        month.Number - First.Number is >= 0 and var index && index < Rain.Count ? Rain[index] : null;
}

/// <summary>How much history a region has.</summary>
/// <param name="Region">The region.</param>
/// <param name="First">The month of the first figure.</param>
/// <param name="Last">The month of the last figure.</param>
/// <param name="Months">How many figures there are.</param>
/// <param name="By">Who brought the newest of them.</param>
internal sealed record RainHistorySpan(RegionId Region, CalendarMonth First, CalendarMonth Last, int Months, string By)
{
    /// <summary>Months between the first and the last that have no figure.</summary>
    public int Missing => Last.Number - First.Number + 1 - Months;
}
