using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>
/// The siren: on a GPIO line, or only heard of in the log. It stops by itself, on the machine's own timer, whatever else fails, and never
/// sounds longer in one go than its settings allow, whatever is ordered meanwhile.
/// </summary>
internal sealed partial class Siren : IDisposable
{
    public const string Name = "siren";

    /// <summary>How long a trial sounds at most.</summary>
    public const double TrialSecondsMax = 2;

    private const double SecondsDefault = 180;
    private const double SecondsMax = 3600;

    // No event has a name with a space in it.
    private const string TrialKey = "a trial";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();
    // Each event with the time at which its sound ends.
    private readonly Dictionary<string, long> _sounding = [];
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
        if (order.Trial)
        {
            return Try(order, out fault);
        }

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
            string? key = order.Alert is null ? null : order.Event ?? order.Alert;
            bool changed = _versions.IsNew(key, order.Version);
            if (changed)
            {
                bool wasOn = IsOn;
                Set(order.On!.Value, order.Event, TimeSpan.FromSeconds(seconds));
                try
                {
                    Drive(wasOn);
                }
                catch (SensorException)
                {
                    // Not carried out: whoever ordered hears of it, and the same order again is tried again.
                    _versions.TakeBack(key, order.Version);
                    _sounding.Remove(order.Event ?? string.Empty);
                    throw;
                }

                LogSiren(State, order.Alert ?? string.Empty, order.Version);
            }

            return new ActuatorAnswer(changed, State);
        }
    }

    private ActuatorAnswer? Try(SirenOrder order, out string? fault)
    {
        double seconds = order.Seconds ?? TrialSecondsMax;
        fault = order.On is not true ? "'on' of a trial is not true: it ends by itself"
            : order.Alert is not null || order.Event is not null ? "a trial is about no alert"
            : seconds is >= 1 and <= TrialSecondsMax ? null
            : $"'seconds' of a trial is not from 1 to {TrialSecondsMax}";
        if (fault is not null)
        {
            return null;
        }

        lock (_gate)
        {
            bool wasOn = IsOn;
            if (!wasOn)
            {
                Set(on: true, TrialKey, TimeSpan.FromSeconds(seconds));
                try
                {
                    Drive(wasOn);
                }
                catch (SensorException)
                {
                    _sounding.Remove(TrialKey);
                    throw;
                }

                LogTrial(seconds);
            }

            return new ActuatorAnswer(!wasOn, State);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _switch.Dispose();
    }

    // The end of one event's sound leaves the others sounding, each until its own end and all until the longest time.
    private void Drive(bool wasOn)
    {
        if (IsOn && !wasOn)
        {
            _onSince = _time.GetTimestamp();
        }

        _switch.Set(IsOn);
        TimeSpan wait = Timeout.InfiniteTimeSpan;
        if (IsOn)
        {
            TimeSpan left = _longest - _time.GetElapsedTime(_onSince);
            TimeSpan next = _time.GetElapsedTime(_time.GetTimestamp(), _sounding.Values.Min());
            wait = next < left ? next : left;
            wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        _stop.Change(wait, Timeout.InfiniteTimeSpan);
    }

    // Of two events that sound, the end of one leaves the other sounding; an order of no event is about all of them.
    private void Set(bool on, string? eventId, TimeSpan sound)
    {
        if (on)
        {
            _sounding[eventId ?? string.Empty] = _time.GetTimestamp() + (long)(sound.TotalSeconds * _time.TimestampFrequency);
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
            if (_sounding.Count == 0)
            {
                return;
            }

            long now = _time.GetTimestamp();
            bool isLongest = _time.GetElapsedTime(_onSince, now) >= _longest;
            foreach (string done in _sounding.Where(one => isLongest || one.Value <= now).Select(one => one.Key).ToList())
            {
                _sounding.Remove(done);
            }

            try
            {
                Drive(wasOn: true);
            }
            catch (SensorException)
            {
                // Logged. Off is tried again until it is.
                _stop.Change(RetryAfter, Timeout.InfiniteTimeSpan);
                _sounding[string.Empty] = now;
                return;
            }

            if (!IsOn)
            {
                LogTimeUp();
            }
        }
    }

    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "Siren {State} for alert '{Alert}' version {Version}")]
    private partial void LogSiren(string state, string alert, int version);

    [LoggerMessage(EventId = 2055, Level = LogLevel.Information, Message = "Siren on for a trial of {Seconds} s: this is no alarm")]
    private partial void LogTrial(double seconds);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "Siren off: its time is up")]
    private partial void LogTimeUp();
}
