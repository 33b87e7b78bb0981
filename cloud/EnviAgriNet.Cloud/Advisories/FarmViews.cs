using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>Puts together what is known of a farm. Safe for use by several threads.</summary>
internal sealed class FarmViews(
    SubscriberBook subscribers, PlotBook plots, AdviceBook advice, PlaceBook places, FieldOutlooks outlooks, PriceViews prices)
{
    /// <summary>A farm in the language of its farmer; null when the subscriber is gone or has no plot.</summary>
    public FarmView? Of(long subscriber, DateOnly today) =>
        subscribers.Find(subscriber) is { } person ? Of(subscriber, AdviceReaders.LanguageOf(person.Language), today) : null;

    /// <summary>A farm in a language; null when there is no plot.</summary>
    public FarmView? Of(long subscriber, string language, DateOnly today)
    {
        IReadOnlyList<Plot> own = plots.Of(subscriber);
        if (own.Count == 0)
        {
            return null;
        }

        IReadOnlyList<AdviceLine> given = advice.Of(subscriber);
        Told told = new(given);
        return new FarmView(
            language,
            [.. own.Select(plot => Of(plot, told, language, today))],
            [.. own.Select(plot => (Code: CropNames.Of(plot.Crop, plot.Variety).Commodity, plot.Subdistrict.Province)).Where(sold => sold.Code is not null)
                .DistinctBy(sold => sold.Code).Select(sold => prices.Of(sold.Code!, sold.Province, today)).OfType<PriceView>()],
            given);
    }

    /// <summary>A region as it is called, with what kind of place it is; its code when it has no name.</summary>
    public string PlaceOf(RegionId region, string language)
    {
        if (places.Find(region)?.Name is not { } name)
        {
            return region.Code;
        }

        return language != Languages.Thai ? name.NameEn ?? region.Code : region.Level switch
        {
            RegionLevel.Subdistrict => "ต." + name.NameTh,
            RegionLevel.District => "อ." + name.NameTh,
            _ => "จ." + name.NameTh,
        };
    }

    private PlotView Of(Plot plot, Told told, string language, DateOnly today)
    {
        CropName name = CropNames.Of(plot.Crop, plot.Variety);
        return new PlotView(plot, name.In(language), PlaceOf(plot.Subdistrict, language), name.Commodity, outlooks.Of(plot, today, told.Irrigations(plot.Id)));
    }
}
