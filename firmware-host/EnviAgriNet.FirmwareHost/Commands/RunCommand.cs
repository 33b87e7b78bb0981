using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Replay;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>Runs the firmware until it is told to stop, or to the end of the recording.</summary>
internal static class RunCommand
{
    // The link flushes for three seconds; the rest needs next to nothing.
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(6);

    /// <summary>Returns the exit code: 2 for settings or a recording that cannot be used, with all faults written out.</summary>
    public static async Task<int> RunAsync(IConfigurationRoot configuration, IConsole console, CancellationToken cancellation)
    {
        if (Check(configuration, console) is not { } plan)
        {
            return ExitCodes.Usage;
        }

        await using WebApplication app = Build(configuration, plan);
        app.MapActuators();
        await app.RunAsync(cancellation);
        return ExitCodes.Ok;
    }

    private static BoardPlan? Check(IConfigurationRoot configuration, IConsole console)
    {
        using ServiceProvider services = new ServiceCollection()
            .AddFirmwareOptions(configuration)
            .AddLogging(logging => LogToError(logging, configuration))
            .BuildServiceProvider();
        IReadOnlyList<string> faults = SettingsCheck.FaultsWithLines(configuration);
        if (faults.Count == 0)
        {
            try
            {
                ActuatorOptions actuators = services.GetRequiredService<IOptions<ActuatorOptions>>().Value;
                ActuatorSetup.ClearSocket(actuators.Socket);
                return BoardPlan.Make(
                    services.GetRequiredService<IOptions<BoardOptions>>().Value,
                    services.GetRequiredService<IOptions<ReplayOptions>>().Value,
                    ProgressFile.Read(actuators.ProgressPath),
                    TimeProvider.System.GetUtcNow(),
                    services.GetRequiredService<ILoggerFactory>().CreateLogger<ReplayBoard>());
            }
            catch (Exception e) when (e is BoardException or IOException or UnauthorizedAccessException)
            {
                faults = [e.Message];
            }
        }

        foreach (string fault in faults.SelectMany(f => f.Split(Environment.NewLine)))
        {
            console.Error($"eag-firmware: {fault}");
        }

        return null;
    }

    private static WebApplication Build(IConfigurationRoot configuration, BoardPlan plan)
    {
        // The empty builder: the others watch every folder below the one in which they are started for changes of settings, which takes
        // half a minute and much memory when that is the root.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        LogToError(builder.Logging, configuration);
        builder.Services.AddFirmwareOptions(configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBoard(plan);
        builder.Services.AddLink();
        builder.Services.AddActuators();
        builder.Services.AddSystemdNotice(_ => static () => { });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = StopMax;
        });
        string socket = configuration.GetSection(ActuatorOptions.Section).Get<ActuatorOptions>()?.Socket ?? new ActuatorOptions().Socket;
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ActuatorSetup.BodyBytesMax;
            kestrel.ListenUnixSocket(Path.GetFullPath(socket));
        });
        return builder.Build();
    }

    private static void LogToError(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            line.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
