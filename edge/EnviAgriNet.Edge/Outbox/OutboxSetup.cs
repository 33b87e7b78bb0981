using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Registers the outbox, its writer, and the clock it stamps by.</summary>
internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<OutboxOptions>(configuration, OutboxOptions.Section);
        services.AddAreaOptions<PackingOptions>(configuration, PackingOptions.Section);
        services.AddAreaOptions<ClockOptions>(configuration, ClockOptions.Section);
        services.AddSingleton(Open);
        services.AddSingleton(p => MakeClock(p.GetRequiredService<PackOutbox>(), p));
        services.AddSingleton<OutboxWriter>();
        services.AddHostedService(p => p.GetRequiredService<OutboxWriter>());
        services.AddHostedService<ClockWatch>();
        return services;
    }

    private static PackOutbox Open(IServiceProvider services)
    {
        PackingOptions packing = services.GetRequiredService<IOptions<PackingOptions>>().Value;
        StationOptions station = services.GetRequiredService<IOptions<StationOptions>>().Value;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        TimeSpan holdMax = services.GetRequiredService<IOptions<ClockOptions>>().Value.HoldMax;
        // The clock remembers boots in the outbox, and the outbox stamps by the clock: the lines are asked for late.
        LateLines lines = new(services);
        return new PackOutbox(
            services.GetRequiredService<IOptions<OutboxOptions>>().Value,
            station.StationId,
            time,
            _ => new PackForming(station.StationId, packing.ReadingsMax, packing.AgeMax, holdMax, time, lines));
    }

    private static NodeClock MakeClock(PackOutbox outbox, IServiceProvider services)
    {
        ClockOptions options = services.GetRequiredService<IOptions<ClockOptions>>().Value;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        NodeClock clock = new(options, KernelClock.BootId(), BootsOf(outbox));
        bool isSynced = options.Sync == ClockSync.Assume || (options.Sync == ClockSync.System && KernelClock.IsSynced());
        clock.Observe(time.GetUtcNow(), ClockWatch.Monotonic(time), isSynced);
        return clock;
    }

    private static IReadOnlyList<BootRecord> BootsOf(PackOutbox outbox)
    {
        try
        {
            return outbox.WithControl(c => c.Boots.All());
        }
        catch (OutboxException)
        {
            // Without room to open the outbox the edge starts all the same, and knows no boots.
            return [];
        }
    }

    private sealed class LateLines(IServiceProvider services) : IStampLines
    {
        private NodeClock? _clock;

        public StampLine? LineOf(string boot) => (_clock ??= services.GetRequiredService<NodeClock>()).LineOf(boot);
    }
}
