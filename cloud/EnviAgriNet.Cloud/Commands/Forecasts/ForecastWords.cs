using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>The codes of model cards in words, for the commands; the page has its own in Thai and English.</summary>
internal static class ForecastWords
{
    /// <summary>Why this is shown.</summary>
    public static string Why(ForecastReason reason) => reason switch
    {
        ForecastReason.BeatsNaive => "the combination of models is shown because it was better than naive over the past",
        ForecastReason.ReturnsToLevel => "the combination of models is shown because the price comes back to its level; over the past year it was not better than naive",
        ForecastReason.NothingBeatsNaive => "naive is shown because nothing was better than it over the past: the price walks at random",
        ForecastReason.TooShortToTry => "naive is shown because the series is too short to try anything on its past",
        _ => "naive is shown because every value is the same",
    };

    /// <summary>Where the bounds come from.</summary>
    public static string Bands(BandSource bands) => bands switch
    {
        BandSource.PastErrors => "from errors of forecasts made in the past",
        BandSource.Theory => "from theory, widened: the past is too short to measure errors",
        _ => "none: the price never moved, so that its past gives no measure of doubt",
    };

    /// <summary>What would make it wrong.</summary>
    public static string Risk(string code) => code switch
    {
        ForecastRisks.NewEvent => "a measure of a state, a ban or a flood of a kind that the past has not seen",
        ForecastRisks.Naive => "a turn of the market: nothing in the past told turns beforehand",
        ForecastRisks.Short => "a season: the past is too short to know it",
        ForecastRisks.Gaps => "what happened in the gaps: over a tenth of the past was not quoted",
        ForecastRisks.Spikes => "another lone spike: those of the past were set aside",
        ForecastRisks.TheoryBands => "larger errors than theory says",
        ForecastRisks.NeverMoved => "any movement at all: the price has never moved",
        _ => code,
    };
}
