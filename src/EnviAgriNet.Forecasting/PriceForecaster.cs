using EnviAgriNet.Forecasting.Combination;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Regression;
using EnviAgriNet.Forecasting.Models.Smoothing;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting;

/// <summary>
/// From a series as it was published to a forecast that can be published: puts it on its grid, fills gaps, sets lone spikes aside,
/// combines models by their errors in the past, calibrates the bands. Deterministic.
/// </summary>
public static class PriceForecaster
{
    /// <summary>Fewer cells than these give no forecast at all.</summary>
    public const int CellsMin = 4;

    // The combination must be better than naive by this share, or else its lead may be luck.
    private const double LeadMin = 0.02;

    /// <summary>Forecasts, or says why not. Never throws on what a series holds.</summary>
    public static ForecastOutcome Run(ForecastRequest request)
    {
        if (RequestCheck.Fault(request) is { } fault)
        {
            return fault;
        }

        if (GriddedSeries.Of(request.Points, request.Frequency, request.ZeroMeansMissing) is not { } grid)
        {
            return ForecastOutcome.Refused("points", "there is no value among them");
        }

        if (grid.Values.Count(v => v is not null) < CellsMin)
        {
            return ForecastOutcome.Refused("points", $"there must be at least {CellsMin} values; there are {grid.Values.Count(v => v is not null)}");
        }

        if (grid.Values.Count > ForecastLimits.PointsMax)
        {
            return ForecastOutcome.Refused("points", $"they span {grid.Values.Count} steps; at most {ForecastLimits.PointsMax} are taken");
        }

        return ForecastOutcome.Of(Forecast(request, grid));
    }

    private static PriceForecast Forecast(ForecastRequest request, GriddedSeries grid)
    {
        CleanSeries series = CleanSeries.Of(grid.Values);
        RegressorColumns beside = RegressorColumns.Of(
            request.Regressors, request.Frequency, grid.First, series.Values.Length, request.Horizon);
        Draft draft = new(request, grid, series, Scale.Of(series.Values)) { LeftOut = LeftOut(beside, request, series) };
        double first = series.Values[0];
        if (Array.TrueForAll(series.Values, v => v == first))
        {
            return draft.PublishConstant(Naive(draft));
        }

        int season = request.Frequency.Season();
        IReadOnlyList<Member> further = Further(beside, request, season);
        Trial? trial = Trial.Run(series, season, request.Horizon, draft.Scale, further);
        CombinedTrial? combinedTrial = trial is null ? null : CombinedTrial.Of(trial, series, draft.Scale);
        if (trial is null || combinedTrial is null)
        {
            return draft.Publish(ForecastReason.TooShortToTry, Naive(draft), trial, null);
        }

        TrialMember naive = trial.Members[0];
        ForecastReason reason = Reason(combinedTrial, naive, draft);
        return reason != ForecastReason.NothingBeatsNaive
            && Combined.Of(combinedTrial, series.Values, season, request.Horizon, draft.Scale, further) is { } combined
            ? draft.Publish(reason, combined, trial, combinedTrial.Combined)
            : draft.Publish(ForecastReason.NothingBeatsNaive, Naive(draft), trial, naive);
    }

    private static ForecastReason Reason(CombinedTrial trial, TrialMember naive, Draft draft)
    {
        if (trial.Combined.MeanError <= naive.MeanError * (1 - LeadMin))
        {
            return ForecastReason.BeatsNaive;
        }

        return VarianceRatio.Of(draft.Series.Values, draft.Request.Horizon, draft.Scale) < VarianceRatio.Walk
            ? ForecastReason.ReturnsToLevel
            : ForecastReason.NothingBeatsNaive;
    }

    private static IReadOnlyList<Member> Further(RegressorColumns beside, ForecastRequest request, int season) => beside.Columns.Count == 0
        ? []
        : [new Member(new RegressionModel(beside.Columns, request.Horizon), season <= EtsModel.SeasonMax ? season : 1)];

    private static IReadOnlyList<LeftOutColumn> LeftOut(RegressorColumns beside, ForecastRequest request, CleanSeries series) => beside.Columns.Count == 0
        ? beside.LeftOut
        : [.. beside.LeftOut, .. new RegressionModel(beside.Columns, request.Horizon).LeftOut(series.Values)];

    private static Combined Naive(Draft draft)
    {
        ModelFit fit = new NaiveModel().Fit(draft.Series.Values, 1)!;
        return new Combined(fit.Forecast(draft.Request.Horizon), [new ModelWeight("naive", fit.Description, 1)]);
    }
}
