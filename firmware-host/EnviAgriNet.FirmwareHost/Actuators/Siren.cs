namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>
/// The siren: on a GPIO line, or only heard of in the log. It stops by itself, on the machine's own timer, whatever else fails, and never
/// sounds longer in one go than its settings allow, whatever is ordered meanwhile.
/// </summary>
internal sealed partial class Siren : IDisposable
{
    public const string Name = "siren";
    private const double SecondsDefault = 180;
    private const double SecondsMax = 3600;

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();
    private readonly HashSet<string> _sounding = [];
    private readonly ITimer _stop;
    private readonly ISwitch _switch;
    private readonly TimeSpan _longest;
    private readonly TimeProvider _time;
    private readonly ILogger<Siren> _logger;
    private long _onSince;

    public Siren(ISwitch output, SirenOptions options, TimeProvider time, ILogger<Siren> logger)
    {
        _switch = output;
        _longest = options.LongestSound;
        _time = time;
        _logger = logger;
        _stop = time.CreateTimer(_ => OnTimeUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it sounds.</summary>
    public bool IsOn
    {
        get
        {
            lock (_gate)
            {
                return _sounding.Count > 0;
            }
        }
    }

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
            bool changed = _versions.IsNew(order.Alert is null ? null : order.Event ?? order.Alert, order.Version);
            if (changed)
            {
                bool wasOn = IsOn;
                Set(order.On!.Value, order.Event);
                Drive(wasOn, TimeSpan.FromSeconds(seconds));
                LogSiren(State, order.Alert ?? string.Empty, order.Version);
            }

            return new ActuatorAnswer(changed, State);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _switch.Dispose();
    }

    private void Drive(bool wasOn, TimeSpan sound)
    {
        if (IsOn && !wasOn)
        {
            _onSince = _time.GetTimestamp();
        }

        _switch.Set(IsOn);
        TimeSpan left = _longest - _time.GetElapsedTime(_onSince);
        _stop.Change(!IsOn ? Timeout.InfiniteTimeSpan : sound < left ? sound : left, Timeout.InfiniteTimeSpan);
    }

    // Of two events that sound, the end of one leaves the other sounding; an order of no event is about all of them.
    private void Set(bool on, string? eventId)
    {
        if (on)
        {
            _sounding.Add(eventId ?? string.Empty);
        }
        else if (eventId is null)
        {
            _sounding.Clear();
        }
        else
        {
            _sounding.Remove(eventId);
        }
    }

    private string State => IsOn ? "on" : "off";

    private void OnTimeUp()
    {
        lock (_gate)
        {
            if (_sounding.Count > 0)
            {
                _sounding.Clear();
                _switch.Set(false);
                LogTimeUp();
            }
        }
    }

    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "Siren {State} for alert '{Alert}' version {Version}")]
    private partial void LogSiren(string state, string alert, int version);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "Siren off: its time is up")]
    private partial void LogTimeUp();
}
