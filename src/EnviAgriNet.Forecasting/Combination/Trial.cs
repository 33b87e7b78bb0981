using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>
/// What members would have said in the last part of a series: fitted once on what came before that part, then applied from origin to
/// origin. No parameter comes from the part that is tried, and no origin sees a quotation after itself; gaps and spikes were cleaned with the values
/// on both sides of them, so that an origin within a gap sees its filled values.
/// </summary>
internal sealed class Trial
{
    private Trial(int first, int[] origins, TrialMember[] members)
    {
        First = first;
        Origins = origins;
        Members = members;
    }

    /// <summary>How many values the members were fitted to.</summary>
    public int First { get; }

    /// <summary>How many values each origin knows, oldest first.</summary>
    public IReadOnlyList<int> Origins { get; }

    /// <summary>Those that apply, the naive one first.</summary>
    public IReadOnlyList<TrialMember> Members { get; }

    /// <summary>Runs the members, those of the pool and further ones, over the last part of a series; null when it is too short to try anything.</summary>
    public static Trial? Run(CleanSeries series, int season, int horizon, Scale scale, IReadOnlyList<Member> further)
    {
        int window = TrialWindow.LengthOf(series.Values.Length, season, horizon);
        if (window == 0)
        {
            return null;
        }

        int first = series.Values.Length - window;
        int[] origins = TrialWindow.Origins(first, series.Values.Length);
        List<TrialMember> members = [];
        foreach (Member member in (IEnumerable<Member>)[.. ModelPool.Beside(season), .. ModelPool.For(season, first), .. further])
        {
            if (TrialMember.Of(member, series, origins, horizon, scale) is { } tried)
            {
                members.Add(tried);
            }
        }

        return new Trial(first, origins, [.. members]);
    }
}
