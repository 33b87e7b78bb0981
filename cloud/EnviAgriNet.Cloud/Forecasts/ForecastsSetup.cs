namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>Puts the published forecasts together. Needs the registry.</summary>
internal static class ForecastsSetup
{
    /// <summary>Adds the books; enough for commands beside a running cloud.</summary>
    public static IServiceCollection AddForecastBooks(this IServiceCollection services) => services.AddSingleton<ForecastBook>();

    /// <summary>Adds the area to the running cloud.</summary>
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services.AddForecastBooks();
}
