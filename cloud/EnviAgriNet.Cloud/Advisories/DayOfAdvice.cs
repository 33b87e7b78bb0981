using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>One plot on one day, while advice on it is made. Pure.</summary>
internal sealed class DayOfAdvice(FarmView farm, PlotView plot, Told told, DateOnly today)
{
    /// <summary>The topic of a harvest that is near, beside the one of the window itself.</summary>
    public const string HarvestNear = "harvest-near";

    private const string PriceBegin = "price:";

    /// <summary>The plot.</summary>
    public PlotView Plot => plot;

    /// <summary>Its outlook.</summary>
    public FieldOutlook Outlook => plot.Outlook;

    /// <summary>What the farmer was told.</summary>
    public Told Told => told;

    /// <summary>The day.</summary>
    public DateOnly Today => today;

    /// <summary>In which the farmer reads.</summary>
    public string Language => farm.Language;

    /// <summary>The price of what grows here, or null.</summary>
    public PriceView? Price => plot.Commodity is { } code ? farm.Prices.FirstOrDefault(price => price.Commodity == code) : null;

    /// <summary>What every message about the plot begins with.</summary>
    public string Head => $"{plot.Crop} {plot.Place}";

    /// <summary>Where the price goes; empty when that is not known.</summary>
    public string PriceAhead => Price is { } price ? AdvisoryTexts.PriceAhead(price, today, Language) : string.Empty;

    /// <summary>Asks for the day of planting where it was assumed; empty otherwise.</summary>
    public string AskPlanted =>
        plot.Plot.PlantedOn is null && (Outlook.Assumed.Contains(OutlookAssumption.PlantingDate) || Outlook.Missing.Contains(OutlookGap.PlantingDate))
            ? AdvisoryTexts.AskPlanted(Language)
            : string.Empty;

    /// <summary>The topic of a price.</summary>
    public static string PriceTopic(string commodity) => PriceBegin + commodity;

    /// <summary>What is said of a price.</summary>
    public static string PriceValue(PriceView price) => $"{price.Direction}/{PlotNews.Number(price.Ahead?.Median ?? price.Last)}";

    /// <summary>What is said of a topic today; null when nothing can be.</summary>
    public string? Value(string topic) => !topic.StartsWith(PriceBegin, StringComparison.Ordinal) ? PlotNews.Value(Outlook, topic)
        : Price is { Ahead: not null } price ? PriceValue(price) : null;

    /// <summary>Whether what is said of a topic today is news.</summary>
    public bool IsNews(string topic)
    {
        if (topic.Length == 0 || Value(topic) is not { } value)
        {
            return false;
        }

        if (!topic.StartsWith(PriceBegin, StringComparison.Ordinal))
        {
            return PlotNews.IsNews(topic, value, told.Last(plot.Plot.Id, topic)?.Value);
        }

        string[]? before = told.Last(null, topic)?.Value.Split('/');
        string[] now = value.Split('/');
        return before is not [var was, var median] || was != now[0] || PlotNews.Moved(now[1], median, Limits.PriceMoveMin);
    }

    /// <summary>Whether advice on a topic may be given: something can be said, and the same was not said of late.</summary>
    public bool IsDue(string topic, int againAfterDays) => PlotNews.Value(Outlook, topic) is { } value
        && (told.Last(plot.Plot.Id, topic) is not { } last || last.Value != value
            || today.DayNumber - DateOnly.FromDateTime(LocalTime.Of(last.At).DateTime).DayNumber >= againAfterDays);

    /// <summary>The key of advice of a kind today.</summary>
    public string Key(string kind) => $"{kind}:{plot.Plot.Id}:{today:yyyy-MM-dd}";

    /// <summary>Makes a piece of advice that says one thing.</summary>
    public Advisory Make(string kind, string topic, params IReadOnlyList<string> sentences) =>
        Make(kind, [(topic, PlotNews.Value(Outlook, topic)!)], sentences);

    /// <summary>Makes a piece of advice.</summary>
    public Advisory Make(string kind, IReadOnlyList<(string Topic, string Value)> said, params IReadOnlyList<string> sentences) => new(
        kind, plot.Plot.Id, Key(kind), Told.State(said), AdvisoryTexts.Fit(Head, sentences), AsksToAct: kind != AdviceKinds.Spray);
}
