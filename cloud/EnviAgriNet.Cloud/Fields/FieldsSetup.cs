using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>Puts outlooks of fields together. Needs the registry and the clocks.</summary>
internal static class FieldsSetup
{
    /// <summary>Adds the area.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="readings">The readings that outlooks are made of: judged ones.</param>
    public static IServiceCollection AddFields(this IServiceCollection services, Func<IServiceProvider, IReadings> readings) => services
        .AddSingleton<YieldHistories>()
        .AddSingleton(provider => new FieldOutlooks(
            provider.GetRequiredService<IStationBook>(),
            readings(provider),
            provider.GetRequiredService<PlaceBook>(),
            provider.GetRequiredService<YieldHistories>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<AreaOutlooks>()
        .AddSingleton<ICropPrices>(provider => provider.GetService<ForecastBook>() is { } book ? new ForecastCropPrices(book) : new NoCropPrices())
        .AddSingleton<PlantChoices>();
}
