using EnviAgriNet.Forecasting.Combination;
using EnviAgriNet.Forecasting.Intervals;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Regression;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting;

/// <summary>A forecast on its way: knows the series, puts bands and card to what was chosen.</summary>
internal sealed record Draft(ForecastRequest Request, GriddedSeries Grid, CleanSeries Series, Scale Scale)
{
    /// <summary>Regressors that no model heard, with the reason.</summary>
    public IReadOnlyList<LeftOutColumn> LeftOut { get; init; } = [];

    /// <summary>Of a series that never moved: no bands, and the card says so.</summary>
    public PriceForecast PublishConstant(Combined combined) =>
        new(Steps(combined.Forecasts, null), Card(combined, ForecastReason.Constant, BandSource.NoMovement, ErrorTable.None));

    /// <summary>With bands from the errors of <paramref name="member"/> in the trial, or from theory where there are too few.</summary>
    public PriceForecast Publish(ForecastReason reason, Combined combined, Trial? trial, TrialMember? member)
    {
        double[] movement = Movement.Of(Series.Values, Scale);
        Bands? bands = null;
        ErrorTable table = ErrorTable.None;
        if (trial is not null && member is not null)
        {
            bands = new PastErrors(member, trial, Series, Scale, movement).Bands(Series.Values.Length);
            table = TrialTable.Of(trial, member, Series, Scale, movement, Request.Frequency);
        }

        BandSource source = bands is null ? BandSource.Theory : BandSource.PastErrors;
        return new PriceForecast(Steps(combined.Forecasts, bands ?? TheoryBands()), Card(combined, reason, source, table));
    }

    // The errors of the naive forecast on the scale of errors: a walk of the size of the steps that were seen.
    private Bands TheoryBands()
    {
        double[] walk = new double[Series.Values.Length];
        for (int t = 1; t < walk.Length; t++)
        {
            walk[t] = walk[t - 1] + Scale.Error(Series.Values[t], Series.Values[t - 1]);
        }

        return Bands.FromTheory(new NaiveModel().Fit(walk, 1)!.StandardErrors(Request.Horizon));
    }

    private List<ForecastStep> Steps(double[] forecasts, Bands? bands) =>
        [.. forecasts.Select((f, i) => StepMaker.Of(Grid.DateAt(Grid.Values.Count + i), f, bands, i, Scale))];

    private ModelCard Card(Combined combined, ForecastReason reason, BandSource bands, ErrorTable table) => new()
    {
        DataFrom = Grid.DateAt(0),
        DataTo = Grid.DateAt(Grid.Values.Count - 1),
        Points = Grid.Points,
        Filled = Series.Filled,
        Outliers = Series.Outliers,
        Weights = combined.Weights,
        LastYear = table,
        IsNaive = reason is not (ForecastReason.BeatsNaive or ForecastReason.ReturnsToLevel),
        Reason = reason,
        Bands = bands,
        LeftOut = [.. LeftOut.Select(l => $"{l.Name}: {l.Reason}")],
    };
}
