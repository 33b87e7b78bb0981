using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Inbox.Answers;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Inbox.Farms;

/// <summary>What farmers want by SMS: prices, the outlook of their plots, to tell of a plot, and that advice was followed.</summary>
internal sealed class FarmActions(
    PlaceFinder places, FarmViews views, PriceViews prices, PlotBook plots, RegistrationDesk registration, NetworkClock clock, TimeProvider time)
{
    // The registry takes no more of one person.
    private const int PlacesMax = 20;
    private const int CropsMax = 20;

    /// <summary>The newest price of what is named, or of what the sender grows.</summary>
    public string Price(Request request, Sender sender, string language)
    {
        IReadOnlyList<Plot> own = Own(sender);
        CropName? crop = CropWords.Take(request.Rest).Crop ?? (request.Rest.Length > 0 ? null
            : own is [var first, ..] ? CropNames.Of(first.Crop, first.Variety)
            : sender.Crops is [var code, ..] ? CropNames.Of(code, null) : null);
        if (crop is null)
        {
            return FarmTexts.AskCommodity(language);
        }

        RegionId? region = own is [var plot, ..] ? plot.Subdistrict.Province : sender.Places is [var place, ..] ? place.Province : null;
        return crop.Commodity is { } commodity && prices.Of(commodity, region, Today) is { } price
            ? FarmTexts.Price(price, Today, language)
            : FarmTexts.NoPrice(crop.In(language), language);
    }

    /// <summary>The outlook of the sender's plot; of several the one whose crop is named, else the first.</summary>
    public string Forecast(Request request, Sender sender, string language)
    {
        CropName? crop = CropWords.Take(request.Rest).Crop;
        if (sender.Subscriber is not { } subscriber || views.Of(subscriber, language, Today) is not { } farm)
        {
            return crop is null ? FarmTexts.NoPlot(language) : Price(request, sender, language);
        }

        PlotView? plot = crop is null ? farm.Plots[0] : farm.Plots.FirstOrDefault(p => Grows(p.Plot, crop));
        return plot is null ? Price(request, sender, language) : Outlook(farm, plot, language);
    }

    /// <summary>The sender's plots.</summary>
    public string Plots(Sender sender, string language)
    {
        IReadOnlyList<Plot> own = Own(sender);
        return own.Count == 0 ? FarmTexts.NoPlot(language) : AdvisoryTexts.Fit(Describe(own[0], language), [.. own.Skip(1).Select(plot => Describe(plot, language))]);
    }

    /// <summary>
    /// Registers the sender with a plot when a crop is named: what to answer. Null when no crop is; then it is a place like any other.
    /// </summary>
    public string? Register(SqliteConnection transaction, Message message)
    {
        FarmDetails details = FarmWords.Read(message.Sms.Text, PlotForm.Today(message.Now));
        (CropName? crop, string rest) = CropWords.Take(KeywordParser.Parse(details.Rest, _ => false).Rest);
        if (crop is null || !message.Sms.CanBeAnswered)
        {
            return null;
        }

        PlaceFound found = places.Find(rest);
        if (found.IsAmbiguous)
        {
            return AnswerTexts.PlaceAmbiguous(message.Language);
        }

        // A village may be called like a crop.
        if ((found.Place?.Region ?? (rest.Length == 0 ? OwnPlace(message.Sender) : null)) is not { } region)
        {
            return rest.Length > 0 ? AnswerTexts.PlaceUnknown(message.Language)
                : places.Find(message.Request.Rest).Place is not null ? null
                : FarmTexts.AskPlace(crop.In(message.Language), message.Language);
        }

        long subscriber = registration.BeginBySms(
            transaction, message.Sms.Sender, message.Language,
            [.. message.Sender.Places.TakeLast(PlacesMax - 1).Append(region).Distinct().Order()],
            [.. message.Sender.Crops.TakeLast(CropsMax - 1).Append(crop.Crop).Distinct()],
            message.Now).Subscriber;
        return plots.Join(transaction, new Plot(0, subscriber, crop.Crop, crop.Variety, region, details.PlantedOn, null, details.Rai, null)) is { } joined
            ? Taken(PlotBook.Of(transaction, subscriber).First(plot => plot.Id == joined.Id), message.Language)
            : FarmTexts.TooMany(message.Language);
    }

    /// <summary>The sender tells when a plot was planted, or how large it is; null when they have none.</summary>
    public string? Planted(SqliteConnection transaction, Message message)
    {
        if (message.Sender.Subscriber is not { } subscriber || PlotBook.Of(transaction, subscriber) is not { Count: > 0 } own)
        {
            return FarmTexts.NoPlot(message.Language);
        }

        FarmDetails details = FarmWords.Read(message.Sms.Text, PlotForm.Today(message.Now));
        if (details.PlantedOn is null && details.Rai is null)
        {
            return FarmTexts.AskDay(message.Language);
        }

        CropName? crop = CropWords.Take(KeywordParser.Parse(details.Rest, _ => false).Rest).Crop;
        Plot[] meant = [.. own.Where(plot => crop is null || Grows(plot, crop))];
        if (meant is not [var one])
        {
            return FarmTexts.WhichPlot(message.Language);
        }

        Plot changed = one with { PlantedOn = details.PlantedOn ?? one.PlantedOn, Rai = details.Rai ?? one.Rai };
        plots.Put(transaction, changed);
        return Taken(changed, message.Language);
    }

    /// <summary>The sender did what they were advised; null when they were advised nothing of late.</summary>
    public static string? Done(SqliteConnection transaction, Message message) =>
        message.Sender.Subscriber is { } subscriber && AdviceBook.Done(transaction, subscriber, message.Now) is { } advice
            ? advice.DoneAt == message.Now ? FarmTexts.Done(advice, message.Language) : FarmTexts.NothingToDo(message.Language)
            : null;

    private DateOnly Today => PlotForm.Today(clock.Now ?? time.GetUtcNow());

    private string Outlook(FarmView farm, PlotView plot, string language)
    {
        string head = $"{plot.Crop} {plot.Place}";
        PriceView? price = farm.Prices.FirstOrDefault(p => p.Commodity == plot.Commodity);
        string[] sentences =
        [
            .. ((string[])
            [
                AdvisoryTexts.Stage(plot.Outlook, language),
                PlotNews.IsFresh(plot.Outlook) && PlotNews.IsGrowing(plot.Outlook) && plot.Outlook.Water is { } water ? AdvisoryTexts.Water(water, language) : string.Empty,
                plot.Outlook.Harvest is { } harvest ? AdvisoryTexts.Harvest(harvest, language) : string.Empty,
                plot.Outlook.Yield is { } yield ? AdvisoryTexts.Yield(yield, language) : string.Empty,
                price is null ? string.Empty : AdvisoryTexts.PriceAhead(price, Today, language),
            ]).Where(sentence => sentence.Length > 0),
        ];
        return sentences.Length == 0 ? FarmTexts.NoOutlook(head, language) : AdvisoryTexts.Fit(head, sentences);
    }

    private static bool Grows(Plot plot, CropName crop) => plot.Crop == crop.Crop && (crop.Variety is null || plot.Variety is null || plot.Variety == crop.Variety);

    private static RegionId? OwnPlace(Sender sender) => sender.Places is [var own, ..] ? own : null;

    private IReadOnlyList<Plot> Own(Sender sender) => sender.Subscriber is { } subscriber ? plots.Of(subscriber) : [];

    private string Taken(Plot plot, string language) =>
        FarmTexts.Taken(CropNames.Of(plot.Crop, plot.Variety).In(language), views.PlaceOf(plot.Subdistrict, language), plot, language);

    private string Describe(Plot plot, string language) =>
        FarmTexts.Of(CropNames.Of(plot.Crop, plot.Variety).In(language), views.PlaceOf(plot.Subdistrict, language), plot, language);
}
