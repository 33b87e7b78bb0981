using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Measures dust: wakes the sensor, lets its fan and laser settle, takes the mean of some values, and sends it to sleep again. One
/// caller at a time.
/// </summary>
internal sealed partial class DustSensor(
    DustSettings settings, IDustModel model, Func<ISerialLine> open, SensorSurroundings at, ILogger<DustSensor> logger) : ISensor
{
    // Optical sensors count droplets as dust above this relative humidity.
    private static readonly HumidityDoubt Doubt = new(70);

    private DustTalk? _talk;
    private long? _awakeSince;
    private long? _cleanedAt;

    /// <inheritdoc/>
    public string Name => settings.Name;

    /// <inheritdoc/>
    public IReadOnlyList<SeriesName> Series { get; } =
    [
        .. settings.Series.Values,
        .. settings.Correction != HumidityCorrection.None && settings.Series.TryGetValue(DustSettings.Pm25, out SeriesName? pm25)
            ? [RawSeries.Of(pm25)]
            : Array.Empty<SeriesName>(),
    ];

    /// <inheritdoc/>
    public TimeSpan Every => settings.Every;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel)
    {
        try
        {
            DustTalk talk = await WakeAsync(cancel);
            List<DustSample> samples = [];
            for (int i = 0; i < settings.Samples; i++)
            {
                samples.Add(await talk.SampleAsync(cancel));
                if (i + 1 < settings.Samples)
                {
                    await Task.Delay(Limits.SamplePause, at.Time, cancel);
                }
            }

            if (settings.Sleeps)
            {
                await talk.SleepAsync(cancel);
                _awakeSince = null;
            }

            return Measurements(DustSample.Mean(samples));
        }
        catch (SerialLineException e)
        {
            Drop();
            throw SensorFaults.Of(e);
        }
    }

    /// <summary>Stops the laser, which would wear for nobody.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_talk is not null && _awakeSince is not null)
        {
            try
            {
                await _talk.SleepAsync(CancellationToken.None);
            }
            catch (SerialLineException e)
            {
                LogLeftAwake(e, settings.Name);
            }
        }

        Drop();
    }

    private async Task<DustTalk> WakeAsync(CancellationToken cancel)
    {
        _talk ??= new DustTalk(open(), model, settings.Port, settings.IsListening, at.Time, at.Wire);
        if (_awakeSince is null)
        {
            await _talk.WakeAsync(cancel);
            _awakeSince = at.Time.GetTimestamp();
            if (model.Clean is not null && (_cleanedAt is not { } then || at.Time.GetElapsedTime(then) >= Limits.CleanEvery))
            {
                // The sensor's own weekly cleaning counts hours of measuring, of which a resting one has few.
                await _talk.CleanAsync(cancel);
                _cleanedAt = at.Time.GetTimestamp();
                await Task.Delay(Limits.CleanTime, at.Time, cancel);
            }
        }

        TimeSpan left = settings.WarmUp - at.Time.GetElapsedTime(_awakeSince.Value);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, at.Time, cancel);
        }

        return _talk;
    }

    private List<Measurement> Measurements(DustSample sample)
    {
        List<Measurement> values = [];
        if (sample.Pm1 is { } pm1 && settings.Series.TryGetValue(DustSettings.Pm1, out SeriesName? first))
        {
            values.Add(new Measurement(first, pm1));
        }

        if (settings.Series.TryGetValue(DustSettings.Pm25, out SeriesName? pm25))
        {
            values.AddRange(Fine(pm25, sample));
        }

        if (settings.Series.TryGetValue(DustSettings.Pm10, out SeriesName? pm10))
        {
            values.Add(new Measurement(pm10, sample.Pm10, Doubted()));
        }

        return values;
    }

    /// <summary>
    /// With a correction the uncorrected value is kept beside the corrected one. When the humidity is not known there is nothing to
    /// correct with: the uncorrected value goes as suspect, rather than a jump that looks like dust.
    /// </summary>
    private Measurement[] Fine(SeriesName series, DustSample sample)
    {
        if (settings.Correction == HumidityCorrection.None)
        {
            return [new Measurement(series, sample.Pm25, Doubted())];
        }

        Measurement raw = new(RawSeries.Of(series), sample.Pm25);
        return Humidity() is { } humidity && settings.Correction.Apply(sample, humidity) is { } corrected
            ? [new Measurement(series, corrected), raw]
            : [new Measurement(series, sample.Pm25, QualityFlag.Suspect), raw];
    }

    private double? Humidity() => settings.Humidity is { } series ? at.Latest.Of(series, Limits.HumidityAgeMax) : null;

    private QualityFlag Doubted() => Doubt.Judge(Humidity()) == QualityFlag.Suspect ? QualityFlag.Suspect : QualityFlag.NotEvaluated;

    private void Drop()
    {
        _talk?.Dispose();
        _talk = null;
        _awakeSince = null;
    }

    [LoggerMessage(EventId = 2140, Level = LogLevel.Warning, Message = "The dust sensor {Name} could not be sent to sleep; its laser goes on")]
    private partial void LogLeftAwake(Exception exception, string name);
}
