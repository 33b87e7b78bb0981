using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>
/// Lets the time of the measurements pass: each moment is judged as in service, what is released is targeted and queued, and the queues
/// empty at their rate.
/// </summary>
internal sealed class DrillRun
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromHours(1);

    private readonly DrillCloud _cloud;
    private readonly DrillCall _call;
    private readonly IConsole _console;
    private readonly TimeProvider _machine = TimeProvider.System;
    private readonly Partition _partition;
    private readonly QualityGate _gate;
    private readonly NetworkClock _clock;
    private readonly ReleaseDesk _desk;
    private readonly Targeting _targeting;
    private readonly DeliveryBook _book;
    private readonly List<DrillQueue> _queues;
    private long _startedAt;
    private long _toldAt;

    public DrillRun(DrillCloud cloud, DrillCall call, IConsole console)
    {
        IServiceProvider services = cloud.Services;
        _cloud = cloud;
        _call = call;
        _console = console;
        _clock = services.GetRequiredService<NetworkClock>();
        _gate = services.GetRequiredService<QualityGates>().New();
        _book = services.GetRequiredService<DeliveryBook>();
        _desk = services.GetRequiredService<ReleaseDesk>();
        _targeting = ActivatorUtilities.CreateInstance<Targeting>(services);
        _queues = [.. cloud.Channels.Select(channel => new DrillQueue(channel, _book, cloud.Time))];
        _partition = new Partition(
            services.GetRequiredService<RulesInForce>(), services.GetRequiredService<IHazardJournal>().Load(), _clock,
            services.GetRequiredService<IStationBook>(), services.GetRequiredService<JournalWriter>(),
            new PastJudge(services.GetRequiredService<IReadingStore>(), services.GetRequiredService<IStationBook>()),
            services.GetRequiredService<RegionMetrics>(), SaveEvery);
    }

    /// <summary>How many readings were judged.</summary>
    public long Readings { get; private set; }

    /// <summary>The first moment that was judged.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>The last moment.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>Replays the readings to their end, and empties the queues.</summary>
    public async Task RunAsync(IEnumerable<SiteReading> readings, CancellationToken cancellationToken)
    {
        _startedAt = _toldAt = _machine.GetTimestamp();
        List<SiteReading> moment = [];
        foreach (SiteReading reading in readings)
        {
            if (moment.Count > 0 && moment[0].Reading.TakenAt != reading.Reading.TakenAt)
            {
                await PassAsync(moment, cancellationToken);
                moment.Clear();
            }

            moment.Add(reading);
        }

        await PassAsync(moment, cancellationToken);
        if (First is null)
        {
            return;
        }

        if (_call.To is { } to)
        {
            await MoveAsync(to, cancellationToken);
            _clock.Observe(to);
            await _partition.TickAsync(cancellationToken);
            await QueueAsync(to, cancellationToken);
        }

        await SendAsync((_call.To ?? Last) + Limits.DrainMax, cancellationToken);
    }

    private async Task PassAsync(List<SiteReading> moment, CancellationToken cancellationToken)
    {
        if (moment.Count == 0)
        {
            return;
        }

        DateTimeOffset at = moment[0].Reading.TakenAt;
        List<SiteReading> judged = [.. moment.GroupBy(r => r.Site).SelectMany(group =>
            _gate.Judge(group.Key.Station, [.. group.Select(r => r.Reading)]).Select(r => new SiteReading(group.Key, r)))];
        if (at < _call.From)
        {
            judged.ForEach(_partition.Take);
            return;
        }

        await MoveAsync(at, cancellationToken);
        Readings += judged.Count;
        await _partition.JudgeAsync(judged, cancellationToken);
        await QueueAsync(at, cancellationToken);
        Tell(at);
    }

    // To the next moment: what the queues hold has been leaving meanwhile.
    private async Task MoveAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (First is null)
        {
            First = at;
            _queues.ForEach(queue => queue.Begin(at));
        }
        else
        {
            await WaitAsync(at, cancellationToken);
            await SendAsync(at, cancellationToken);
        }

        Last = at;
        _cloud.Time.Set(at);
    }

    private async Task SendAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        bool isMore = false;
        foreach (DrillQueue queue in _queues)
        {
            isMore |= await queue.SendAsync(until, cancellationToken);
        }

        if (isMore)
        {
            _book.Sweep(until, DateTimeOffset.MinValue);
        }
    }

    private Task QueueAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cloud.Time.Set(at);

        // Nobody answers in a drill: what waits comes to the end that its policy names.
        _desk.Sweep();
        _desk.EndRunOut();
        if (_targeting.Step() is > 0 and int versions)
        {
            _console.Error($"{at:yyyy-MM-dd HH:mm}Z: {versions} alert versions released and queued");
        }

        return Task.CompletedTask;
    }

    private Task WaitAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (_call.Speed == 0)
        {
            return Task.CompletedTask;
        }

        TimeSpan due = (at - First!.Value) / _call.Speed;
        TimeSpan ahead = due - _machine.GetElapsedTime(_startedAt);
        return ahead > TimeSpan.Zero ? Task.Delay(ahead, _machine, cancellationToken) : Task.CompletedTask;
    }

    private void Tell(DateTimeOffset at)
    {
        if (_machine.GetElapsedTime(_toldAt) >= Limits.ProgressEvery)
        {
            _toldAt = _machine.GetTimestamp();
            _console.Error($"{at:yyyy-MM-dd HH:mm}Z: {Readings} readings replayed");
        }
    }
}
