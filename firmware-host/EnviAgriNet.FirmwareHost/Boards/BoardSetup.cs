using System.Security.Cryptography;
using System.Text.Json;
using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Boards.Virtual;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.FirmwareHost.Sensors;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>Puts the board, its feed and its progress together.</summary>
internal static class BoardSetup
{
    private const string ProcFolder = "/proc";

    /// <summary>A board that is played goes on behind what was acknowledged, so its progress is written often.</summary>
    private static readonly TimeSpan PlayedProgressEvery = TimeSpan.FromSeconds(1);

    /// <summary>Sensors measure anew after a start whatever was written: only the numbers of samples in the log go on from it.</summary>
    private static readonly TimeSpan MeasuredProgressEvery = TimeSpan.FromMinutes(10);

    /// <summary>Adds what the settings ask for, going on where a process before this one stopped.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services, BoardPlan plan)
    {
        services.AddSingleton(plan);
        services.AddSingleton(new BootClock(ProcFolder));
        services.AddSingleton(s => new SimulatedTime(s.GetRequiredService<TimeProvider>(), plan.Options.IsWallClock));
        services.AddSingleton(s => new SampleRing(
            s.GetRequiredService<IOptions<RingOptions>>().Value.SamplesMax, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ProgressFile(
            s.GetRequiredService<IOptions<ActuatorOptions>>().Value.ProgressPath, plan.Progress,
            plan.Board is null ? MeasuredProgressEvery : PlayedProgressEvery,
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<ProgressFile>>()));
        return plan.Options.Kind == BoardKind.Linux
            ? services.AddSensors(plan)
            : services.AddSingleton<IHostedService>(s => plan.Options.IsLive ? Live(s, plan) : Paced(s, plan));
    }

    private static LiveFeed Live(IServiceProvider services, BoardPlan plan) => new(
        (VirtualBoard)plan.Board!,
        services.GetRequiredService<SampleRing>(),
        plan.Ahead,
        plan.Options.IsWallClock ? services.GetRequiredService<BootClock>() : null,
        services.GetRequiredService<SimulatedTime>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<LiveFeed>>());

    private static PacedFeed Paced(IServiceProvider services, BoardPlan plan) => new(
        plan.Board!,
        services.GetRequiredService<SampleRing>(),
        new Pace(plan.Options.Speed, plan.Start, plan.Options.WallStart, services.GetRequiredService<TimeProvider>()),
        plan.Progress.Acknowledged,
        services.GetRequiredService<SimulatedTime>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<PacedFeed>>());

    /// <summary>A short mark of the settings that decide which samples a board gives.</summary>
    internal static string Fingerprint(params object?[] settings)
    {
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(settings);
        return Convert.ToHexStringLower(SHA256.HashData(text))[..16];
    }
}
