using System.Collections.Frozen;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Configs;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Rules;

/// <summary>
/// Takes configs over, each version once. A bad one is refused and told to the cloud once, and the one before stays in force; what is in
/// force lies on disk before it is obeyed. May be used from any thread.
/// </summary>
internal sealed partial class ConfigDesk(PackOutbox outbox, NodeClock clock, TimeProvider time, ILogger<ConfigDesk> logger)
{
    private const int FaultsLengthMax = 1_000;

    private readonly Lock _gate = new();
    private KeptConfig? _kept;
    private volatile FrozenSet<SeriesName> _judged = FrozenSet<SeriesName>.Empty;

    /// <summary>What is in force and what was refused. Throws an <see cref="OutboxException"/> while it cannot be read.</summary>
    public KeptConfig Current
    {
        get
        {
            lock (_gate)
            {
                return _kept ?? Know(outbox.WithControl(c => c.Config.Read()));
            }
        }
    }

    /// <summary>The series that the config in force judges, from the moment it is in force.</summary>
    public FrozenSet<SeriesName> Judged => _judged;

    /// <summary>Takes what came down over; an empty message only clears the broker's memory and changes nothing here.</summary>
    public void Take(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return;
        }

        lock (_gate)
        {
            KeptConfig kept = Current;
            if (StationConfigJson.Decode(payload, out IReadOnlyList<string> faults) is not { } config)
            {
                Refuse(kept, StationConfigJson.VersionOf(payload), string.Join("; ", faults));
            }
            else if (config.Version < kept.InForce?.Version)
            {
                Refuse(kept, config.Version, $"version: {config.Version} is older than {kept.InForce.Version}, which is in force");
            }
            else if (config.Version == kept.InForce?.Version)
            {
                if (!StationConfigJson.Encode(config).AsSpan().SequenceEqual(StationConfigJson.Encode(kept.InForce)))
                {
                    Refuse(kept, config.Version, $"version: {config.Version} is in force with another content");
                }
            }
            else
            {
                Obey(config);
            }
        }
    }

    private KeptConfig Know(KeptConfig kept)
    {
        _judged = (kept.InForce?.Rules ?? []).Select(rule => SeriesName.Parse(rule.Series)).ToFrozenSet();
        return _kept = kept;
    }

    private void Obey(StationConfig config)
    {
        StationEvent told = new() { Kind = StationEventKind.ConfigTaken, First = config.Version, Reason = $"{config.Rules.Count} rules" };
        Keep(told, memory => memory.Take(config));
        Know(new KeptConfig(config, null, null));
        LogTaken(config.Version, config.Rules.Count);
    }

    private void Refuse(KeptConfig kept, long version, string faults)
    {
        string told = faults.Length <= FaultsLengthMax ? faults : faults[..FaultsLengthMax] + "…";
        if (kept.Refused == version && kept.Faults == told)
        {
            return;
        }

        Keep(
            new StationEvent { Kind = StationEventKind.ConfigRefused, First = version, Reason = told },
            memory => memory.Refuse(version, told));
        _kept = kept with { Refused = version, Faults = told };
        LogRefused(version, told);
    }

    private void Keep(StationEvent told, Action<ConfigMemory> step)
    {
        DateTimeOffset now = clock.At(ClockWatch.Monotonic(time));
        outbox.WithControl(c =>
        {
            c.Write(() =>
            {
                step(c.Config);
                c.Events.Add(told, now, null);
            });
            return true;
        });
        outbox.Changed?.Invoke();
    }

    [LoggerMessage(3110, LogLevel.Information, "Config version {Version} is in force, with {Rules} rules")]
    private partial void LogTaken(long version, int rules);

    [LoggerMessage(3111, LogLevel.Warning, "Config version {Version} was refused: '{Faults}'")]
    private partial void LogRefused(long version, string faults);
}
