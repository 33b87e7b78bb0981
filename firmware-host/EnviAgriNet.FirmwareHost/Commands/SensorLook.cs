using System.Net.Sockets;
using System.Text.Json;
using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Sensors;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>
/// A look at the sensors of the settings: through the running program where one answers, since a bus has one user at a time, else by
/// reading each sensor here.
/// </summary>
/// <param name="IsRunning">Whether the running program was asked.</param>
/// <param name="Sensors">How each sensor is.</param>
internal sealed record SensorLook(bool IsRunning, IReadOnlyList<SensorStatus> Sensors)
{
    private static readonly TimeSpan AskAgainEvery = TimeSpan.FromSeconds(1);

    /// <summary>Looks; a sensor that gives nothing within the limit, as while it warms up, has a fault that says so.</summary>
    public static async Task<SensorLook> TakeAsync(IConfigurationRoot settings, TimeSpan limit, CancellationToken cancel)
    {
        ActuatorOptions actuators = settings.GetSection(ActuatorOptions.Section).Get<ActuatorOptions>() ?? new ActuatorOptions();
        if (await AskAsync(actuators.Socket, cancel) is { } status)
        {
            return new SensorLook(true, status.Sensors);
        }

        List<string> faults = [];
        SensorSurroundings at = SensorsSetup.Surroundings(settings, TimeProvider.System, NullLoggerFactory.Instance);
        IReadOnlyList<ISensor> sensors = SensorSet.Make(settings, at, faults);
        Calibrations calibrations = Calibrations.Read(settings, faults);
        return new SensorLook(false, await Task.WhenAll(sensors.Select(s => ReadAsync(s, at, calibrations, limit, cancel))));
    }

    private static async Task<FirmwareStatus?> AskAsync(string socket, CancellationToken cancel)
    {
        using HttpClient http = RunningProgram.Client(socket);
        try
        {
            byte[] body = await http.GetByteArrayAsync("v1/status", cancel);
            return JsonSerializer.Deserialize(body, ActuatorContext.Readable.FirmwareStatus);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException or JsonException
            || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<SensorStatus> ReadAsync(
        ISensor sensor, SensorSurroundings at, Calibrations calibrations, TimeSpan limit, CancellationToken cancel)
    {
        SensorState state = new(sensor.Name, at.Time);
        await using (sensor)
        {
            long begin = at.Time.GetTimestamp();
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            end.CancelAfter(limit);
            try
            {
                IReadOnlyList<Measurement> values = await sensor.MeasureAsync(end.Token);
                while (values.Count == 0)
                {
                    await Task.Delay(AskAgainEvery, at.Time, end.Token);
                    values = await sensor.MeasureAsync(end.Token);
                }

                state.OnMeasured(Noted(calibrations.Apply(values, at.Time.GetUtcNow()), at));
            }
            catch (SensorException e)
            {
                state.OnPartlyMeasured(Noted(calibrations.Apply(e.Measured, at.Time.GetUtcNow()), at));
                state.OnFault(e.Fault, e.Message);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                state.OnFault(
                    SensorFault.Silent, $"gave no value within {at.Time.GetElapsedTime(begin).TotalSeconds:0} s: if it warms up longer than that, give --limit");
            }
        }

        return state.Now();
    }

    /// <summary>One sensor's value may be what another is corrected with.</summary>
    private static IReadOnlyList<Measurement> Noted(IReadOnlyList<Measurement> values, SensorSurroundings at)
    {
        foreach (Measurement value in values)
        {
            at.Latest.Note(value);
        }

        return values;
    }
}
