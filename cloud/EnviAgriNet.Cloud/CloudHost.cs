using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Climate;
using EnviAgriNet.Cloud.Commands.Stages;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Inbox;
using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.OpenData;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud;

/// <summary>Puts the running cloud together: one line per area.</summary>
internal static class CloudHost
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(15);

    /// <summary>Builds the cloud; it has not started yet.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="replace">Last word on the services, for tests that stand in for an area; null in service.</param>
    public static WebApplication Build(IConfiguration configuration, Action<IServiceCollection>? replace)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopMax);
        AddLogging(builder);
        builder.Services.AddCloud(configuration);
        builder.Services.AddRegistry();
        builder.Services.AddRegistryRefresh();
        builder.Services.AddAccess(configuration);
        builder.Services.AddReadingStore(configuration);
        builder.Services.AddQuality(configuration);
        builder.Services.AddAlerts(configuration);
        builder.Services.AddRegions(configuration);
        builder.Services.AddChannels(configuration);
        builder.Services.AddRegistration(configuration);
        builder.Services.AddRegistrationSweep();
        builder.Services.AddPlatforms(configuration);
        builder.Services.AddOpenData();
        builder.Services.AddForecasts();
        builder.Services.AddCases(configuration);
        builder.Services.AddAdvisories(configuration);
        builder.Services.AddImports();
        builder.Services.AddInbox(configuration);
        builder.AddApi(configuration);
        builder.Services.AddStages();
        builder.Services.AddIngestListeners();
        builder.Services.AddClimate();
        builder.Services.AddFields(provider => provider.GetRequiredService<JudgedReadings>());
        builder.Services.AddIngest(configuration);
        builder.Services.AddConfigSender();
        replace?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapApi();
        return app;
    }

    /// <summary>Adds what all areas share: its options, the clocks.</summary>
    public static IServiceCollection AddCloud(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<CloudOptions>(configuration, CloudOptions.Section);

        // Everything that is queued, due or held is reckoned by a clock that does not jump: a warning that was queued while the machine's
        // clock was a year ahead would otherwise wait for a year.
        services.AddSingleton<TimeProvider>(new SteadyClock(TimeProvider.System));
        services.AddSingleton(provider =>
            provider.GetRequiredService<TimeProvider>() is var time && time is SteadyClock steady ? steady : new SteadyClock(time));
        services.AddSingleton(provider => new NetworkClock(
            provider.GetRequiredService<IOptions<CloudOptions>>().Value.NetworkTime, provider.GetRequiredService<SteadyClock>()));
        services.AddSingleton<NetworkNow>(provider =>
        {
            NetworkClock clock = provider.GetRequiredService<NetworkClock>();
            return () => clock.Now;
        });
        return services;
    }

    // Ingest stands above the areas it tells, so what they hear from it is joined here.
    private static void AddIngestListeners(this IServiceCollection services)
    {
        services.AddSingleton<ICommittedReadings, LiveReadings>();
        services.AddSingleton<ICommittedReadings, ReadingsToJudge>();
        services.AddSingleton<ICommittedReadings, DaysToCount>();
        services.AddSingleton<IStationEventListener, SirenEvents>();
        services.AddSingleton<IStationEventListener, HealthNews>();
        services.AddSingleton<IIngestLag, PacksBehind>();
    }

    // Results go to standard output, so that all of the log goes to standard error, one line each.
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private sealed class LiveReadings(JudgedBoard board) : ICommittedReadings
    {
        /// <inheritdoc/>
        public void OnCommitted(IReadOnlyList<CommittedPack> packs) => board.OnCommitted(packs);
    }

    private sealed class ReadingsToJudge(DueHours due) : ICommittedReadings
    {
        /// <inheritdoc/>
        public void OnCommitted(IReadOnlyList<CommittedPack> packs) => due.OnCommitted(packs);
    }

    private sealed class SirenEvents(SirenConfirmations confirmations) : IStationEventListener
    {
        /// <inheritdoc/>
        public void OnEvent(StationId station, StationEvent stationEvent) => confirmations.OnEvent(stationEvent);

        /// <inheritdoc/>
        public void OnHealth(StationId station, StationHealth health) => confirmations.OnHealth(station, health);
    }

    private sealed class DaysToCount(DueDays due) : ICommittedReadings
    {
        /// <inheritdoc/>
        public void OnCommitted(IReadOnlyList<CommittedPack> packs) => due.OnCommitted(packs);
    }

    private sealed class HealthNews(HealthBoard board) : IStationEventListener
    {
        /// <inheritdoc/>
        public void OnEvent(StationId station, StationEvent stationEvent)
        {
            // What happened is in the store, from which the page reads it.
        }

        /// <inheritdoc/>
        public void OnHealth(StationId station, StationHealth health) => board.OnHealth(station, health);
    }

    private sealed class PacksBehind(IngestLag lag) : IIngestLag
    {
        /// <inheritdoc/>
        public long Packs => lag.Packs;
    }
}
