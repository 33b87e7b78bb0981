using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Gpio;

namespace EnviAgriNet.FirmwareHost.Sensors.Pulses;

/// <summary>
/// Counts the pulses of one line. A thread of its own takes the edges that the kernel kept; those that the kernel could not keep are
/// seen by their numbers and counted as well, without their time. Counts outlive the process; a power cut costs those of the last
/// <see cref="SaveEvery"/> at most.
/// </summary>
internal sealed partial class PulseSensor(
    PulseSettings settings, Func<IPulseLine> open, PulseMemory memory, TimeProvider time, ILogger<PulseSensor> logger) : ISensor
{
    /// <summary>How often counts that grew are written to the disk.</summary>
    internal static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(10);

    private const int EdgesAtOnce = 64;
    private const ulong GustNs = 3_000_000_000;
    private const double GustSeconds = 3;
    private const int Decimals = 6;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Queue<ulong> _recent = new();
    private PulseCounts? _counts;
    private PulseCounts? _saved;
    private Thread? _counting;
    private IPulseLine? _line;
    private SensorException? _fault;
    private volatile bool _isEnding;
    private uint _lastNumber;
    private long _sinceThen;
    private int _mostInGust;
    private long _since;

    /// <inheritdoc/>
    public string Name => settings.Name;

    /// <inheritdoc/>
    public IReadOnlyList<SeriesName> Series { get; } = [.. settings.Series.Values];

    /// <inheritdoc/>
    public TimeSpan Every => settings.Every;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_fault is { } fault)
            {
                // Told once; the next try asks for the line anew.
                _fault = null;
                _counting = null;
                throw new SensorException(fault.Fault, fault.Message, fault);
            }

            if (_counting is null)
            {
                Begin();
                return Task.FromResult<IReadOnlyList<Measurement>>([]);
            }

            IReadOnlyList<Measurement> values = Values();
            _counts = _counts! with { Told = _counts.Total };
            (_mostInGust, _sinceThen, _since) = (0, 0, time.GetTimestamp());
            Save();
            return Task.FromResult(values);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isEnding = true;
        _counting?.Join();
        lock (_gate)
        {
            if (_counts is not null)
            {
                Save();
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Begin()
    {
        _line = open();
        string? damage = null;
        _counts ??= _saved = memory.Read(out damage);
        // The kernel numbers from 1 for each that asks for a line: what it dropped before the first that is read is seen, too.
        (_lastNumber, _sinceThen) = (0, 0);
        _recent.Clear();
        _since = time.GetTimestamp();
        _counting = new Thread(Count) { IsBackground = true, Name = $"pulses of {settings.Name}" };
        _counting.Start();
        if (damage is not null)
        {
            // It counts already; this is how the edge, the log and the operator hear of it.
            throw new SensorException(SensorFault.Faulty, damage);
        }
    }

    private void Count()
    {
        Span<PulseEdge> edges = stackalloc PulseEdge[EdgesAtOnce];
        long savedAt = time.GetTimestamp();
        using IPulseLine line = _line!;
        try
        {
            while (!_isEnding)
            {
                int count = line.Read(edges, LookEvery);
                lock (_gate)
                {
                    foreach (PulseEdge edge in edges[..count])
                    {
                        Take(edge);
                    }

                    if (_counts!.Total != _saved!.Total && time.GetElapsedTime(savedAt) >= SaveEvery)
                    {
                        Save();
                        savedAt = time.GetTimestamp();
                    }
                }
            }
        }
        catch (SensorException e)
        {
            lock (_gate)
            {
                _fault = e;
            }
        }
    }

    private void Take(PulseEdge edge)
    {
        // The kernel numbers the edges of a line; a gap is as many edges that it had no room for.
        uint pulses = unchecked(edge.Number - _lastNumber);
        if (pulses > 1)
        {
            LogGap(settings.Name, pulses - 1);
        }

        _lastNumber = edge.Number;
        _sinceThen += pulses;
        _counts = _counts! with { Total = _counts.Total + pulses };
        _recent.Enqueue(edge.AtNs);
        while (_recent.TryPeek(out ulong oldest) && edge.AtNs - oldest >= GustNs)
        {
            _recent.Dequeue();
        }

        _mostInGust = Math.Max(_mostInGust, _recent.Count);
    }

    private List<Measurement> Values()
    {
        long pulses = _counts!.Total - _counts.Told;
        double seconds = Math.Max(time.GetElapsedTime(_since).TotalSeconds, 1e-3);
        List<Measurement> values = [];
        foreach ((string channel, SeriesName series) in settings.Series)
        {
            double value = channel.ToLowerInvariant() switch
            {
                PulseSettings.Sum => pulses * settings.PerPulse,
                PulseSettings.Total => _counts.Total * settings.PerPulse,
                PulseSettings.Rate => Speed(_sinceThen / seconds),
                _ => Speed(_mostInGust / GustSeconds),
            };
            values.Add(new Measurement(series, Math.Round(value, Decimals)));
        }

        return values;
    }

    private double Speed(double pulsesEachSecond) => pulsesEachSecond > 0 ? settings.Start + (pulsesEachSecond * settings.PerPulse) : 0;

    private void Save()
    {
        if (_counts == _saved)
        {
            return;
        }

        try
        {
            memory.Write(_counts!);
            _saved = _counts;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotSaved(settings.Name, e.Message);
        }
    }

    [LoggerMessage(EventId = 2170, Level = LogLevel.Warning, Message = "The kernel had no room for {Pulses} pulses of {Name}; they are counted, and their times are not known")]
    private partial void LogGap(string name, uint pulses);

    [LoggerMessage(EventId = 2171, Level = LogLevel.Error, Message = "The counts of {Name} could not be written to the disk: {Reason}")]
    private partial void LogNotSaved(string name, string reason);
}
