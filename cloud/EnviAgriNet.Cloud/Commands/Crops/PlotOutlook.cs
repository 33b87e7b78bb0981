using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary>The outlook of a plot of the registry, made beside a running cloud from its files.</summary>
internal static class PlotOutlook
{
    /// <summary>Makes it. Throws a <see cref="FormatException"/> for a plot that is not there.</summary>
    public static async Task<FieldOutlook> OfAsync(IConfiguration configuration, long id, DateOnly? on, double? tubeCm)
    {
        await using QualityFiles files = new(configuration);
        await using ServiceProvider services = Services(configuration, files);
        Plot plot = services.GetRequiredService<PlotBook>().Find(id) ?? throw new FormatException($"--plot {id} is not a plot of the registry");
        DateOnly today = on ?? DateOnly.FromDateTime(LocalTime.Of(files.Time.GetUtcNow()).DateTime);
        return services.GetRequiredService<FieldOutlooks>().Of(plot, today, null, tubeCm);
    }

    /// <summary>The registry with this area; the caller disposes it.</summary>
    public static ServiceProvider Services(IConfiguration configuration, QualityFiles? files)
    {
        IServiceCollection services = new ServiceCollection()
            .AddCloud(configuration).AddRegistry().AddForecastBooks().AddLogging().AddFields(_ => ReadingsOf(files));
        services.TryAddSingleton<PlotBook>();
        return services.BuildServiceProvider();
    }

    private static IReadings ReadingsOf(QualityFiles? files)
    {
        try
        {
            return files is null ? new NoReadings() : files.Judged;
        }
        catch (StoreException)
        {
            // Without a store there is no weather, and the outlook says so.
            return new NoReadings();
        }
    }

    private sealed class NoReadings : IReadings
    {
        /// <inheritdoc/>
        public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

        /// <inheritdoc/>
        public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

        /// <inheritdoc/>
        public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

        /// <inheritdoc/>
        public IReadOnlyList<SeriesId> Series(StationId? station) => [];

        /// <inheritdoc/>
        public IReadOnlyList<Reading> Latest(StationId station) => [];
    }
}
