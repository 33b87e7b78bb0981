using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>What would make a forecast wrong, as codes; the pages and commands have the words.</summary>
internal static class ForecastRisks
{
    /// <summary>A measure of a state, a ban or a flood that the past has not seen. Always.</summary>
    public const string NewEvent = "new-event";

    /// <summary>Nothing beat the last price, so that a turn of the market comes as a surprise.</summary>
    public const string Naive = "naive";

    /// <summary>Fewer than two years are known, so that a season cannot be told from chance.</summary>
    public const string Short = "short";

    /// <summary>More than a tenth of the past was not quoted and was filled.</summary>
    public const string Gaps = "gaps";

    /// <summary>Lone spikes were set aside; another one would lie outside of the bounds.</summary>
    public const string Spikes = "spikes";

    /// <summary>The bounds come from theory and not from errors made in the past.</summary>
    public const string TheoryBands = "theory-bands";

    /// <summary>The price never moved, so that its past gives no measure of doubt.</summary>
    public const string NeverMoved = "never-moved";

    private const int GapsPerHundredMax = 10;

    /// <summary>The codes for a model card.</summary>
    public static IReadOnlyList<string> Of(ModelCard card, Frequency frequency)
    {
        List<string> codes = [NewEvent];
        int years = frequency == Frequency.Monthly ? 24 : frequency == Frequency.Weekly ? 104 : 520;
        Add(card.IsNaive && card.Reason == ForecastReason.NothingBeatsNaive, Naive);
        Add(card.Points < years, Short);
        Add(card.Filled * 100 > (card.Points + card.Filled) * GapsPerHundredMax, Gaps);
        Add(card.Outliers > 0, Spikes);
        Add(card.Bands == BandSource.Theory, TheoryBands);
        Add(card.Bands == BandSource.NoMovement, NeverMoved);
        return codes;

        void Add(bool holds, string code)
        {
            if (holds)
            {
                codes.Add(code);
            }
        }
    }
}
