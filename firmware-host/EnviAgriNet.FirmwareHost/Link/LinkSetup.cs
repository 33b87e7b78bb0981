using EnviAgriNet.Core.Geography;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Sampling;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>Adds the link to the edge.</summary>
internal static class LinkSetup
{
    public static IServiceCollection AddLink(this IServiceCollection services)
    {
        services.AddSingleton<LinkCounts>();
        services.AddSingleton(s => new EdgeClient(
            s.GetRequiredService<IOptions<EdgeLinkOptions>>().Value, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(MakeSender);
        return services.AddSingleton<IHostedService>(s => new LinkPump(
            s.GetRequiredService<SampleRing>(), s.GetRequiredService<BatchSender>(), s.GetRequiredService<EdgeClient>(),
            s.GetRequiredService<ProgressFile>(), s.GetRequiredService<IOptions<EdgeLinkOptions>>().Value,
            s.GetRequiredService<BoardPlan>().Options.ExitAtEnd, s.GetRequiredService<IHostApplicationLifetime>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<LinkPump>>()));
    }

    private static BatchSender MakeSender(IServiceProvider services)
    {
        EdgeLinkOptions options = services.GetRequiredService<IOptions<EdgeLinkOptions>>().Value;
        StationId station = StationId.Parse(services.GetRequiredService<IOptions<StationOptions>>().Value.Id);

        // Each process waits differently, so that centres which failed together do not come back together.
        Backoff backoff = new(options.RetryDelayMin, options.RetryDelayMax, Environment.ProcessId);
        return new BatchSender(
            services.GetRequiredService<EdgeClient>(), station, services.GetRequiredService<BootClock>().BootId, backoff,
            services.GetRequiredService<LinkCounts>(), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<BatchSender>>());
    }
}
