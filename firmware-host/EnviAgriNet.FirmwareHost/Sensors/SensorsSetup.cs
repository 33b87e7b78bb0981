using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Sampling;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>Puts the sensors of this machine and their feed together.</summary>
internal static class SensorsSetup
{
    private const string DevFolder = "/dev";

    /// <summary>Adds the feed of a Linux board.</summary>
    public static IServiceCollection AddSensors(this IServiceCollection services, BoardPlan plan)
    {
        services.AddSingleton(s => Feed(s, plan));
        return services.AddSingleton<IHostedService>(s => s.GetRequiredService<SensorFeed>());
    }

    /// <summary>Everything that is wrong with the sensors' settings; nothing is opened.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        List<string> faults = [];
        SensorSurroundings at = Surroundings(configuration, TimeProvider.System, NullLoggerFactory.Instance);
        IReadOnlyList<ISensor> sensors = SensorSet.Make(configuration, at, faults);
        foreach (ISensor sensor in sensors)
        {
            // Never opened, so there is nothing to wait for.
            sensor.DisposeAsync().AsTask().Wait();
        }

        bool isLinux = string.Equals(
            configuration[$"{BoardOptions.Section}:{nameof(BoardOptions.Kind)}"], nameof(BoardKind.Linux), StringComparison.OrdinalIgnoreCase);
        if (isLinux && sensors.Count == 0 && faults.Count == 0)
        {
            faults.Add($"{SensorSet.Section} is empty: a Linux board measures with the sensors named there; 'eag-firmware scan' proposes them");
        }

        return faults;
    }

    private static SensorFeed Feed(IServiceProvider services, BoardPlan plan)
    {
        TimeProvider real = services.GetRequiredService<TimeProvider>();
        TimeProvider time = plan.Options.IsWallClock
            ? real
            : new StationTime(real, plan.Start, plan.Progress.WallStart ?? real.GetUtcNow(), plan.Options.Speed);
        IConfiguration configuration = services.GetRequiredService<IConfiguration>();
        SensorSurroundings at = Surroundings(configuration, time, services.GetRequiredService<ILoggerFactory>()) with { Wire = real };
        List<string> faults = [];
        IReadOnlyList<ISensor> sensors = SensorSet.Make(configuration, at, faults);
        return faults.Count > 0
            ? throw new BoardException(string.Join(Environment.NewLine, faults))
            : new SensorFeed(
                sensors,
                at,
                services.GetRequiredService<SampleRing>(),
                plan.Options.IsWallClock ? services.GetRequiredService<BootClock>() : null,
                services.GetRequiredService<SimulatedTime>(),
                plan.Progress.Acknowledged,
                plan.Options.End,
                services.GetRequiredService<ILogger<SensorFeed>>());
    }

    private static SensorSurroundings Surroundings(IConfiguration configuration, TimeProvider time, ILoggerFactory logs)
    {
        ActuatorOptions actuators = configuration.GetSection(ActuatorOptions.Section).Get<ActuatorOptions>() ?? new ActuatorOptions();
        string state = Path.GetDirectoryName(Path.GetFullPath(actuators.Socket)) ?? ".";
        string sys = configuration[$"{BoardOptions.Section}:{nameof(BoardOptions.Sys)}"] ?? new BoardOptions().Sys;
        return new SensorSurroundings(sys, DevFolder, state, time, logs);
    }
}
