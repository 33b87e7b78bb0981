using EnviAgriNet.FirmwareHost.Gpio;
using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>A relay on a GPIO line. Off as soon as the program has the line, and off when it ends.</summary>
internal sealed partial class GpioSwitch : ISwitch
{
    private readonly Func<GpioOutput> _open;
    private readonly ILogger<GpioSwitch> _logger;
    private GpioOutput? _line;

    public GpioSwitch(string chip, uint line, bool activeLow, ILogger<GpioSwitch> logger)
    {
        _open = () => GpioOutput.Open(chip, line, activeLow);
        _logger = logger;
        TryOff();
    }

    /// <inheritdoc/>
    public void Set(bool on)
    {
        try
        {
            _line ??= _open();
            _line.Set(on);
        }
        catch (SensorException e)
        {
            // Asked for anew with the next order: a chip may come back.
            _line?.Dispose();
            _line = null;
            LogFailed(on ? "on" : "off", e.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TryOff();
        _line?.Dispose();
    }

    private void TryOff()
    {
        try
        {
            Set(false);
        }
        catch (SensorException)
        {
            // Logged; the next order asks for the line anew.
        }
    }

    [LoggerMessage(EventId = 2180, Level = LogLevel.Error, Message = "The siren's relay could not be switched {State}: {Reason}")]
    private partial void LogFailed(string state, string reason);
}
