using EnviAgriNet.Forecasting.Decomposition;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Arima;
using EnviAgriNet.Forecasting.Models.Simple;
using EnviAgriNet.Forecasting.Models.Smoothing;
using EnviAgriNet.Forecasting.Models.Theta;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>
/// The models that are combined: up to four of different kinds, each on the series as it is, on the series less a season that never changes, and on
/// the logarithms less a season that may change. Which ones was chosen on the training part of the M4 weekly series alone;
/// <c>docs/forecasting.md</c> has the table.
/// </summary>
internal static class ModelPool
{
    // The smallest window of a season that Cleveland et al. (1990) advise: the season follows the last years.
    private const int ChangingSeason = 7;

    private static readonly IForecastModel[] Quick = [new EtsModel(), new ThetaModel(), new DampedTrendModel()];

    // On the long series of weeks and days an automatic ARIMA with its seasonal twins costs as much as all others together.
    private static readonly IForecastModel[] All = [.. Quick, new ArimaModel()];

    /// <summary>Naive and seasonal naive, which everything else is measured by.</summary>
    public static IReadOnlyList<Member> Beside(int season) =>
        [new Member(new NaiveModel(), 1, IsBeside: true), new Member(new SeasonalNaiveModel(), season, IsBeside: true)];

    /// <summary>The members for a series.</summary>
    /// <param name="season">Steps in a year.</param>
    /// <param name="count">Values of the series.</param>
    public static IReadOnlyList<Member> For(int season, int count)
    {
        // A season of a year in weeks or days has too many states for the models themselves: STL alone takes it out.
        bool isLong = season > EtsModel.SeasonMax;
        IForecastModel[] kinds = isLong ? Quick : All;
        IEnumerable<Member> plain = kinds.Select(model => new Member(model, isLong ? 1 : season));
        return count <= 2 * season ? [.. plain] : [.. plain, .. kinds.SelectMany(Seasonal).Select(model => new Member(model, season))];
    }

    private static IEnumerable<IForecastModel> Seasonal(IForecastModel model) =>
        [new StlModel(model), new LogModel(new StlModel(model, new StlOptions { SeasonWindow = ChangingSeason }))];
}
