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
            if (!TrySetKept(on))
            {
                _line = _open();
                _line.Set(on);
            }
        }
        catch (SensorException e)
        {
            // Asked for anew with the next order: a chip may come back.
            LetGo();
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

    // A chip that was unplugged and is back has new lines: the kept one is dead, and the order is about the new one.
    private bool TrySetKept(bool on)
    {
        try
        {
            _line?.Set(on);
            return _line is not null;
        }
        catch (SensorException)
        {
            LetGo();
            return false;
        }
    }

    private void LetGo()
    {
        _line?.Dispose();
        _line = null;
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
