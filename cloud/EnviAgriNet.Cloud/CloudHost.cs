using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;
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
        builder.Services.AddChannels(configuration);
        builder.AddApi(configuration);
        replace?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapApi();
        return app;
    }

    /// <summary>Adds what all areas share: its options, the clocks.</summary>
    public static IServiceCollection AddCloud(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<CloudOptions>(configuration, CloudOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new NetworkClock(
            provider.GetRequiredService<IOptions<CloudOptions>>().Value.NetworkTime, provider.GetRequiredService<TimeProvider>()));
        return services;
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
}
