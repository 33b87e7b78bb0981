using EnviAgriNet.Forecasting.Metrics;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>Counts the errors of a trial, origin by origin. Only quoted values count.</summary>
internal sealed class BacktestTally
{
    private readonly ForecastRequest _request;
    private readonly GriddedSeries _grid;
    private readonly ErrorTally _published = new();
    private readonly ErrorTally _naive = new();
    private readonly ErrorTally _seasonal = new();
    private readonly ErrorTally[] _steps;
    private int _origins;
    private int _naiveShown;

    public BacktestTally(ForecastRequest request, GriddedSeries grid)
    {
        _request = request;
        _grid = grid;
        _steps = [.. Enumerable.Range(0, request.Horizon).Select(_ => new ErrorTally())];
    }

    /// <summary>Forecasts from an origin that knows the first <paramref name="known"/> cells, and compares with what came.</summary>
    public void Add(int known)
    {
        List<SeriesPoint> points = [.. Enumerable.Range(0, known).Select(i => new SeriesPoint(_grid.DateAt(i), _grid.Values[i]))];
        if (PriceForecaster.Run(_request with { Points = points }).Forecast is not { } forecast)
        {
            return;
        }

        _origins++;
        _naiveShown += forecast.Card.IsNaive ? 1 : 0;
        double[] clean = CleanSeries.Of([.. Enumerable.Range(0, known).Select(i => _grid.Values[i])]).Values;
        double scale = ForecastErrors.NaiveScale(clean, ForecastErrors.ScaleLag(_request.Frequency));
        double[] naive = new NaiveModel().Fit(clean, 1)!.Forecast(_request.Horizon);
        double[]? seasonal = new SeasonalNaiveModel().Fit(clean, _request.Frequency.Season())?.Forecast(_request.Horizon);
        for (int step = 0; step < _request.Horizon; step++)
        {
            // The newest known cells may be gaps: the forecast then begins before the origin, and its steps are found by their date.
            DateOnly date = _grid.DateAt(known + step);
            if (_grid.Values[known + step] is { } actual && forecast.Steps.FirstOrDefault(s => s.Date == date) is { } said)
            {
                _published.Add(actual, said, scale, hasBands: true);
                _steps[step].Add(actual, said, scale, hasBands: true);
                _naive.Add(actual, Bare(date, naive[step]), scale, hasBands: false);
                if (seasonal is not null)
                {
                    _seasonal.Add(actual, Bare(date, seasonal[step]), scale, hasBands: false);
                }
            }
        }
    }

    /// <summary>What came out.</summary>
    public BacktestReport Report(DateOnly from, DateOnly to) => new(
        from,
        to,
        new ErrorTable(_origins, [_published.Row("published"), _naive.Row("naive"), _seasonal.Row("snaive")]),
        [.. _steps.Select((tally, i) => tally.Row(FormattableString.Invariant($"{i + 1}")))],
        _naiveShown,
        null);

    private static ForecastStep Bare(DateOnly date, double value) => new(date, value, value, value, value, value);
}
