using System.Threading.Channels;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Hosts the regions: a fixed number of loops, each with a bounded queue and the provinces that fall to it. The windows are
/// rebuilt before <see cref="StartAsync"/> returns, so ingest, which starts later, never posts before that.
/// </summary>
internal sealed partial class RegionHost : BackgroundService, IRegionHost
{
    private readonly RegionsOptions _options;
    private readonly RulesInForce _rules;
    private readonly NetworkClock _clock;
    private readonly IStationBook _stations;
    private readonly IReadingStore _store;
    private readonly IHazardJournal _journal;
    private readonly JournalWriter _writer;
    private readonly RegionMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<RegionHost> _logger;
    private readonly Channel<IReadOnlyList<CommittedPack>>[] _queues;
    private readonly Partition?[] _partitions;

    public RegionHost(
        IOptions<RegionsOptions> options,
        RulesInForce rules,
        NetworkClock clock,
        IStationBook stations,
        IReadingStore store,
        IHazardJournal journal,
        JournalWriter writer,
        RegionMetrics metrics,
        TimeProvider time,
        ILogger<RegionHost> logger)
    {
        _options = options.Value;
        _rules = rules;
        _clock = clock;
        _stations = stations;
        _store = store;
        _journal = journal;
        _writer = writer;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        int loops = clock.Mode == NetworkTimeMode.Replay ? 1 : _options.Partitions;
        _partitions = new Partition[loops];
        _queues = new Channel<IReadOnlyList<CommittedPack>>[loops];
        for (int i = 0; i < loops; i++)
        {
            _queues[i] = Channel.CreateBounded<IReadOnlyList<CommittedPack>>(new BoundedChannelOptions(_options.QueueGroupsMax)
            {
                FullMode = BoundedChannelFullMode.Wait,
                SingleReader = true,
            });
        }
    }

    /// <summary>Whether all that was posted is judged and saved as far as it must be.</summary>
    public bool IsIdle => Volatile.Read(ref _posted) == Volatile.Read(ref _judged);

    private long _posted;
    private long _judged;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        HazardMemory memory = _journal.Load();
        foreach (DateTimeOffset until in memory.JudgedUntil.Values)
        {
            _clock.Observe(until);
        }

        WindowsRebuild rebuild = new(_store, _rules.Current, memory, _clock, _options.UnjudgedMax);
        for (int i = 0; i < _partitions.Length; i++)
        {
            Partition partition = new(
                _rules, memory, _clock, _stations, _writer, new PastJudge(_store, _stations), _metrics, _options.SaveEvery);
            foreach (RegionId province in memory.JudgedUntil.Keys.Where(p => PartitionOf(p) == i))
            {
                partition.Restore(province);
            }

            List<Station> stations = _stations.All.Where(s => PartitionOf(s.Region.Province) == i).ToList();
            long judged = await rebuild.RunAsync(partition, stations, cancellationToken);
            LogRebuilt(i, stations.Count, judged);
            _partitions[i] = partition;
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask PostAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken)
    {
        List<CommittedPack>?[] parts = new List<CommittedPack>?[_queues.Length];
        foreach (CommittedPack pack in packs)
        {
            if (pack.Fresh.Count > 0 && _stations.Find(pack.Station) is { } station)
            {
                (parts[PartitionOf(station.Region.Province)] ??= []).Add(pack);
            }
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is { } part)
            {
                Interlocked.Increment(ref _posted);
                await _queues[i].Writer.WriteAsync(part, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_partitions.Select((p, i) => RunAsync(p!, _queues[i], stoppingToken)));

    private async Task RunAsync(
        Partition partition, Channel<IReadOnlyList<CommittedPack>> queue, CancellationToken stoppingToken)
    {
        Task wake = TickAsync(queue, stoppingToken);
        try
        {
            await foreach (IReadOnlyList<CommittedPack> packs in queue.Reader.ReadAllAsync(stoppingToken))
            {
                if (packs.Count == 0)
                {
                    await partition.TickAsync(stoppingToken);
                    continue;
                }

                await partition.AcceptAsync(packs, stoppingToken);
                Interlocked.Increment(ref _judged);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is still queued is in the store and is judged at the next start.
        }

        await wake;
    }

    // An empty group is a tick. A full queue needs none: time passes with its readings.
    private async Task TickAsync(Channel<IReadOnlyList<CommittedPack>> queue, CancellationToken stoppingToken)
    {
        try
        {
            using PeriodicTimer timer = new(_options.TickEvery, _time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                queue.Writer.TryWrite([]);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private int PartitionOf(RegionId province) => int.Parse(province.Code) % _queues.Length;

    [LoggerMessage(4201, LogLevel.Information,
        "Windows of partition {Partition} rebuilt for {Stations} stations, {Readings} readings judged that were not before")]
    private partial void LogRebuilt(int partition, int stations, long readings);
}
