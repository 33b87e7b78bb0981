namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>A siren that is only heard of in the log. It stops by itself, on the machine's own timer, whatever else fails.</summary>
internal sealed partial class VirtualSiren : IDisposable
{
    public const string Name = "siren";
    private const double SecondsDefault = 180;
    private const double SecondsMax = 3600;

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();
    private readonly ITimer _stop;
    private readonly ILogger<VirtualSiren> _logger;

    public VirtualSiren(TimeProvider time, ILogger<VirtualSiren> logger)
    {
        _logger = logger;
        _stop = time.CreateTimer(_ => OnTimeUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it sounds.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Carries an order out, or says why not. A repeat changes nothing.</summary>
    public ActuatorAnswer? Apply(SirenOrder order, out string? fault)
    {
        double seconds = order.Seconds ?? SecondsDefault;
        fault = order.On is null ? "'on' is missing"
            : seconds is >= 1 and <= SecondsMax ? null
            : $"'seconds' is not from 1 to {SecondsMax}";
        if (fault is not null)
        {
            return null;
        }

        lock (_gate)
        {
            bool changed = _versions.IsNew(order.Alert, order.Version);
            if (changed)
            {
                IsOn = order.On!.Value;
                _stop.Change(IsOn ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                LogSiren(State, order.Alert ?? string.Empty, order.Version);
            }

            return new ActuatorAnswer(changed, State);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private string State => IsOn ? "on" : "off";

    private void OnTimeUp()
    {
        lock (_gate)
        {
            if (IsOn)
            {
                IsOn = false;
                LogTimeUp();
            }
        }
    }

    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "Siren {State} for alert '{Alert}' version {Version}")]
    private partial void LogSiren(string state, string alert, int version);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "Siren off: its time is up")]
    private partial void LogTimeUp();
}
