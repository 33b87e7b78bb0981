using System.Collections.Frozen;
using System.Threading.Channels;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Configs;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Rules;

/// <summary>
/// Judges what was accepted by the rules of the config, and warns the centre while the cloud cannot. One loop owns the alarms; what it
/// decides lies on disk before it is done, so that a restart neither repeats nor forgets. The past is judged, told and pages nobody.
/// </summary>
internal sealed partial class RuleDesk(
    PackOutbox outbox,
    ConfigDesk configs,
    CloudSilence silence,
    AlertDesk alerts,
    NodeClock clock,
    LatestValues latest,
    IOptions<RulesOptions> options,
    TimeProvider time,
    ILogger<RuleDesk> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Channel<Heard> _heard = Channel.CreateBounded<Heard>(
        new BoundedChannelOptions(Limits.ReadingsToJudgeMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    // The loop's own.
    private readonly HashSet<(string Name, int Version)> _ordered = [];
    private Dictionary<string, AlarmState>? _alarms;
    private StationConfig? _config;

    // What everybody may read.
    private volatile IReadOnlyList<AlertNotice> _standing = [];
    private long _unjudged;

    /// <summary>The local alarms that are raised and stand, whether or not there is a siren or a board.</summary>
    public IReadOnlyList<AlertNotice> Standing
    {
        get
        {
            double now = Now().ToUnixTimeSeconds();
            return [.. _standing.Where(notice => notice.Expires > now)];
        }
    }

    /// <summary>Readings that came faster than they could be judged; they are kept and sent, only not judged here.</summary>
    public long Unjudged => Interlocked.Read(ref _unjudged);

    /// <summary>Takes what was accepted over; returns at once.</summary>
    public void Hear(JournalBatch batch)
    {
        FrozenSet<SeriesName> judged = configs.Judged;
        long shift = ShiftOf(batch);
        foreach (Reading reading in batch.Readings)
        {
            if (reading.IsUsable && judged.Contains(reading.Series)
                && !_heard.Writer.TryWrite(new Heard(reading.Series, reading.TakenAt.AddMilliseconds(shift), reading.Value)))
            {
                Interlocked.Increment(ref _unjudged);
            }
        }
    }

    /// <summary>Judges what waits and orders what is due.</summary>
    internal void Step()
    {
        _alarms ??= outbox.WithControl(c => c.Alarms.All());
        TakeConfig();
        while (_heard.Reader.TryRead(out Heard heard))
        {
            foreach (LocalRule rule in _config?.Rules ?? [])
            {
                if (rule.Series == heard.Series.Text)
                {
                    Judge(rule, heard);
                }
            }
        }

        foreach (LocalRule rule in _config?.Rules ?? [])
        {
            Order(rule);
        }

        _standing = [.. (_config?.Rules ?? []).Where(r => Of(r.Id) is { IsUp: true, Notice: > 0 }).Select(r => AlarmNotice.Of(r, Of(r.Id)))];
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the doors open: from the first reading on it is known what is judged.
        StepSafely();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            StepSafely();
            using CancellationTokenSource due = new(LookEvery, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, stoppingToken);
            try
            {
                await _heard.Reader.WaitToReadAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look whether the line is down, or to stop.
            }
        }
    }

    // With a clock that is right, sources are taken at their word: a backlog must not look like the present. Without one, their wall
    // clock is as wrong as ours, and only their monotonic time tells how old a reading is.
    private long ShiftOf(JournalBatch batch) =>
        clock.State != ClockState.Synced && batch.SourceOffsetMs is { } offset && clock.LineOf(batch.Boot) is { } line
            ? line.OffsetMs - offset
            : 0;

    private void StepSafely()
    {
        try
        {
            Step();
        }
        catch (OutboxException e)
        {
            // The alarms are read anew: what was not kept was not done.
            _alarms = null;
            LogNotKept(e);
        }
    }

    private AlarmState Of(string rule) => _alarms!.GetValueOrDefault(rule, AlarmState.Fresh);

    private DateTimeOffset Now() => latest.ReplayTime ?? clock.At(ClockWatch.Monotonic(time));

    private void TakeConfig()
    {
        StationConfig? config = configs.Current.InForce;
        if (ReferenceEquals(config, _config))
        {
            return;
        }

        foreach (string gone in _alarms!.Keys.Where(id => config?.Rules.Any(r => r.Id == id) != true).ToList())
        {
            AlarmState alarm = _alarms[gone];
            if (alarm.IsUp)
            {
                Clear(gone, alarm, "the rule was taken out of the config");
            }

            outbox.WithControl(c =>
            {
                c.Write(() => c.Alarms.Forget(gone));
                return true;
            });
            _alarms.Remove(gone);
        }

        _config = config;
    }

    private void Judge(LocalRule rule, Heard heard)
    {
        AlarmState before = Of(rule.Id);
        AlarmState after = RuleJudge.Judge(rule, before, heard.TakenAt, heard.Value, Now());
        if (before.IsUp && !after.IsUp)
        {
            Clear(rule.Id, after, $"{rule.Series} {AlarmNotice.ValueOf(rule, after)}");
        }
        else if (!before.IsUp && after.IsUp)
        {
            after = after with { Notice = 0 };
            string past = IsPast(after) ? ", in the past" : string.Empty;
            Keep(rule.Id, after, StationEventKind.LocalRaised, $"{rule.Series} {AlarmNotice.ValueOf(rule, after)}{past}");
            LogRaised(rule.Id, after.Value);
        }
        else if (before.PendingSince != after.PendingSince)
        {
            // A power cut may cost this one: then the limit has to hold a little longer.
            outbox.WithControl(c =>
            {
                c.WriteLightly(() => c.Alarms.Keep(rule.Id, after));
                return true;
            });
            _alarms![rule.Id] = after;
        }
        else
        {
            _alarms![rule.Id] = after;
        }
    }

    private bool IsPast(AlarmState alarm) => Now() - alarm.JudgedAt > options.Value.PastAfter;

    private void Order(LocalRule rule)
    {
        AlarmState alarm = Of(rule.Id);
        if (!alarm.IsUp)
        {
            return;
        }

        TimeSpan stands = TimeSpan.FromSeconds(rule.StandsSeconds);
        bool isDue = alarm.Notice == 0 ? silence.IsAlone : alarm.StandsUntil - Now() < stands / 2;
        if (isDue && !IsPast(alarm))
        {
            alarm = alarm with { Notice = alarm.Notice + 1, StandsUntil = alarm.JudgedAt + stands };
            outbox.WithControl(c =>
            {
                c.Write(() => c.Alarms.Keep(rule.Id, alarm));
                return true;
            });
            _alarms![rule.Id] = alarm;
        }

        if (alarm.Notice > 0 && _ordered.Add((AlarmNotice.NameOf(rule.Id, alarm), alarm.Notice)))
        {
            // Also after a restart: who has shown this version takes no repeat of it.
            alerts.Submit(AlarmNotice.Of(rule, alarm));
        }
    }

    private void Clear(string rule, AlarmState alarm, string reason)
    {
        bool wasShown = alarm.Notice > 0;
        alarm = alarm with { IsUp = false, PendingSince = null, Notice = wasShown ? alarm.Notice + 1 : 0 };
        Keep(rule, alarm, StationEventKind.LocalCleared, reason);
        LogCleared(rule);
        if (wasShown)
        {
            _ordered.Clear();
            alerts.Submit(AlarmNotice.Withdrawn(rule, alarm));
        }
    }

    private void Keep(string rule, AlarmState alarm, StationEventKind kind, string reason)
    {
        StationEvent told = new() { Kind = kind, Alert = AlarmNotice.NameOf(rule, alarm), Reason = reason };
        outbox.WithControl(c =>
        {
            c.Write(() =>
            {
                c.Alarms.Keep(rule, alarm);
                c.Events.Add(told, alarm.JudgedAt, null);
            });
            return true;
        });
        _alarms![rule] = alarm;
        outbox.Changed?.Invoke();
    }

    [LoggerMessage(3120, LogLevel.Warning, "Rule {Rule} raised its alarm at {Value}")]
    private partial void LogRaised(string rule, double value);

    [LoggerMessage(3121, LogLevel.Information, "The alarm of rule {Rule} has ended")]
    private partial void LogCleared(string rule);

    [LoggerMessage(3122, LogLevel.Warning, "A local alarm could not be kept; tried again soon")]
    private partial void LogNotKept(Exception fault);

    private readonly record struct Heard(SeriesName Series, DateTimeOffset TakenAt, double Value);
}
