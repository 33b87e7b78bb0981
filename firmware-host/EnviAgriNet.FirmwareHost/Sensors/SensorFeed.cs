using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>
/// Asks every sensor in a loop of its own, so that one's trouble is never another's, and puts what they measure into the ring. A sensor
/// that fails is tried again, ever less often up to a minute or its own pace; no value is repeated in the meantime.
/// </summary>
/// <param name="sensors">The sensors; disposed with the feed.</param>
/// <param name="at">What they live in.</param>
/// <param name="ring">Where samples go.</param>
/// <param name="boot">The clock since boot, when samples carry the wall clock's time; else null.</param>
/// <param name="simulated">Told of every sample's time.</param>
/// <param name="after">The index of the last sample of the processes before.</param>
/// <param name="end">When the board ends, in the station's time; null is never.</param>
/// <param name="logger">Told when a fault begins and ends.</param>
internal sealed partial class SensorFeed(
    IReadOnlyList<ISensor> sensors, SensorSurroundings at, SampleRing ring, BootClock? boot, SimulatedTime simulated, long after,
    DateTimeOffset? end, ILogger<SensorFeed> logger) : BackgroundService
{
    // A second doubled that often is more than the longest pause.
    private const int DoublingsMax = 10;

    private static readonly TimeSpan RetryMax = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _index = after;

    /// <summary>How each sensor is doing.</summary>
    public IReadOnlyList<SensorState> States { get; } = [.. sensors.Select(s => new SensorState(s.Name, at.Time))];

    /// <summary>Measures once and returns how long to wait from the beginning of this try to the next.</summary>
    internal async Task<TimeSpan> StepAsync(ISensor sensor, SensorState state, CancellationToken cancel)
    {
        try
        {
            IReadOnlyList<Measurement> values = await sensor.MeasureAsync(cancel);
            Add(values);
            if (values.Count > 0 && state.OnMeasured(values.Count))
            {
                LogWell(sensor.Name);
            }

            return sensor.Every;
        }
        catch (SensorException e)
        {
            if (state.OnFault(e.Message))
            {
                LogFault(sensor.Name, e.Message);
            }
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // A fault of this program's in one family must not silence the others.
            if (state.OnFault(e.Message))
            {
                LogBroken(e, sensor.Name);
            }
        }

        TimeSpan backOff = sensor.Every * Math.Pow(2, Math.Min(state.FaultsInARow - 1, DoublingsMax));
        TimeSpan longest = sensor.Every > RetryMax ? sensor.Every : RetryMax;
        return backOff < longest ? backOff : longest;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(sensors.Zip(States, (sensor, state) => LoopAsync(sensor, state, stoppingToken)));
            ring.Complete();
        }
        finally
        {
            foreach (ISensor sensor in sensors)
            {
                await sensor.DisposeAsync();
            }
        }
    }

    private async Task LoopAsync(ISensor sensor, SensorState state, CancellationToken cancel)
    {
        // The thread that starts all loops is not kept by the first sensor that blocks.
        await Task.Yield();
        while (end is null || at.Time.GetUtcNow() < end)
        {
            long begin = at.Time.GetTimestamp();
            TimeSpan pause = await StepAsync(sensor, state, cancel) - at.Time.GetElapsedTime(begin);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, at.Time, cancel);
            }
        }
    }

    private void Add(IReadOnlyList<Measurement> values)
    {
        DateTimeOffset takenAt = DateTimeOffset.FromUnixTimeMilliseconds(at.Time.GetUtcNow().ToUnixTimeMilliseconds());
        if (takenAt >= end)
        {
            return;
        }

        lock (_gate)
        {
            foreach (Measurement value in values)
            {
                at.Latest.Note(value);
                ring.AddOverwriting(new Sample(
                    ++_index, new Reading(value.Series, takenAt, value.Value, value.Flag), boot?.SinceBoot()));
            }

            simulated.MoveTo(takenAt);
        }
    }

    [LoggerMessage(EventId = 2100, Level = LogLevel.Warning, Message = "The sensor {Name} fails: {Fault}")]
    private partial void LogFault(string name, string fault);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "The sensor {Name} cannot be read by this program")]
    private partial void LogBroken(Exception exception, string name);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "The sensor {Name} is well again")]
    private partial void LogWell(string name);
}
