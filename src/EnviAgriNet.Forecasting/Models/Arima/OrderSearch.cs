namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>The stepwise search of Hyndman and Khandakar (2008), with the steps and limits of R's <c>auto.arima</c>.</summary>
internal sealed class OrderSearch
{
    private const int LagsMax = 5;
    private const int SeasonalLagsMax = 2;
    private const int ModelsMax = 94;

    /// <summary>Steps tried around the best model, in R's order: seasonal ar, seasonal ma, ar, ma.</summary>
    private static readonly (int SeasonalAr, int SeasonalMa, int Ar, int Ma)[] Steps =
    [
        (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (-1, -1, 0, 0), (-1, 1, 0, 0), (1, -1, 0, 0), (1, 1, 0, 0),
        (0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, -1, -1), (0, 0, -1, 1), (0, 0, 1, -1), (0, 0, 1, 1),
    ];

    private readonly Func<ArimaOrder, ArimaEstimate?> _estimate;
    private readonly bool _constantAllowed;
    private readonly ArimaOrder _most;
    private readonly HashSet<ArimaOrder> _seen = [];
    private readonly List<ArimaEstimate> _taken = [];
    private ArimaOrder _best;
    private double _bestCriterion = double.PositiveInfinity;

    public OrderSearch(ArimaProblem problem, int length, Func<ArimaOrder, ArimaEstimate?> estimate)
    {
        _estimate = estimate;
        _constantAllowed = problem.Differences + problem.SeasonalDifferences <= 1;
        int lags = Math.Min(LagsMax, length / 3);
        int seasonal = problem.Season > 1 ? Math.Min(SeasonalLagsMax, length / 3 / problem.Season) : 0;
        _most = new ArimaOrder(
            lags, problem.Differences, lags, seasonal, problem.SeasonalDifferences, seasonal, problem.Season, _constantAllowed);
    }

    /// <summary>The models that may stand, the best first.</summary>
    public IReadOnlyList<ArimaEstimate> Run(bool shortSeries)
    {
        int start = shortSeries ? 1 : 2;
        ArimaOrder first = _most with
        {
            Ar = Math.Min(start, _most.Ar),
            Ma = Math.Min(start, _most.Ma),
            SeasonalAr = Math.Min(1, _most.SeasonalAr),
            SeasonalMa = Math.Min(1, _most.SeasonalMa),
        };
        ArimaOrder nothing = _most with { Ar = 0, Ma = 0, SeasonalAr = 0, SeasonalMa = 0 };
        _best = first;
        Try(first);
        Try(nothing);
        Try(nothing with { Ar = Math.Min(1, _most.Ar), SeasonalAr = Math.Min(1, _most.SeasonalAr) });
        Try(nothing with { Ma = Math.Min(1, _most.Ma), SeasonalMa = Math.Min(1, _most.SeasonalMa) });
        if (_constantAllowed)
        {
            Try(nothing with { Constant = false });
        }

        while (_seen.Count < ModelsMax && Improve())
        {
        }

        return [.. _taken.OrderBy(x => x.Aicc)];
    }

    /// <summary>One step to a better neighbour; false when there is none.</summary>
    private bool Improve()
    {
        ArimaOrder centre = _best;
        foreach ((int seasonalAr, int seasonalMa, int ar, int ma) in Steps)
        {
            ArimaOrder next = centre with
            {
                Ar = centre.Ar + ar,
                Ma = centre.Ma + ma,
                SeasonalAr = centre.SeasonalAr + seasonalAr,
                SeasonalMa = centre.SeasonalMa + seasonalMa,
            };
            if (IsWithin(next) && Try(next))
            {
                return true;
            }
        }

        return _constantAllowed && Try(centre with { Constant = !centre.Constant });
    }

    private bool IsWithin(ArimaOrder order) =>
        order.Ar >= 0 && order.Ma >= 0 && order.SeasonalAr >= 0 && order.SeasonalMa >= 0
        && order.Ar <= _most.Ar && order.Ma <= _most.Ma && order.SeasonalAr <= _most.SeasonalAr && order.SeasonalMa <= _most.SeasonalMa;

    private bool Try(ArimaOrder order)
    {
        if (!_seen.Add(order) || _estimate(order) is not { } estimate || !estimate.IsComfortable || !double.IsFinite(estimate.Aicc))
        {
            return false;
        }

        _taken.Add(estimate);
        if (estimate.Aicc >= _bestCriterion)
        {
            return false;
        }

        _bestCriterion = estimate.Aicc;
        _best = order;
        return true;
    }
}
