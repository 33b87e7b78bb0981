namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>Puts the published forecasts together. Needs the registry.</summary>
internal static class ForecastsSetup
{
    /// <summary>Adds the books and what makes a forecast; enough for commands beside a running cloud.</summary>
    public static IServiceCollection AddForecastBooks(this IServiceCollection services) =>
        services.AddSingleton<ForecastBook>().AddSingleton<ForecastMaker>().AddSingleton<AreaBalances>();

    /// <summary>Adds the area to the running cloud, with the job that keeps forecasts up to date.</summary>
    public static IServiceCollection AddForecasts(this IServiceCollection services) =>
        services.AddForecastBooks()
            .AddSingleton(provider => new ForecastWatch(
                provider.GetRequiredService<Registry.Markets.PriceBook>(),
                provider.GetRequiredService<ForecastMaker>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ForecastWatch>>()))
            .AddHostedService(provider => provider.GetRequiredService<ForecastWatch>());
}
