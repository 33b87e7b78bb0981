namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>
/// The loudspeaker: a player of recorded clips, or only heard of in the log. There is no speech made here, so that what is said is what
/// somebody has recorded and listened to.
/// </summary>
internal sealed partial class Voice : IDisposable
{
    public const string Name = "voice";
    private const int TimesDefault = 3;
    private const int TimesMax = 20;
    private const int ClipLengthMax = 60;
    private static readonly TimeSpan ClipLife = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();
    private readonly IClipPlayer _player;
    private readonly ITimer _end;
    private readonly ILogger<Voice> _logger;
    private string _clip = string.Empty;
    private string? _event;

    public Voice(IClipPlayer player, TimeProvider time, ILogger<Voice> logger)
    {
        _player = player;
        _logger = logger;
        _end = time.CreateTimer(_ => OnEnd(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The clip that plays; empty when none does.</summary>
    public string Clip
    {
        get
        {
            lock (_gate)
            {
                return _clip;
            }
        }
    }

    /// <summary>Carries an order out, or says why not. A repeat changes nothing.</summary>
    public ActuatorAnswer? Apply(VoiceOrder order, out string? fault)
    {
        string clip = order.Clip ?? string.Empty;
        int times = order.Times ?? TimesDefault;
        fault = clip.Length > ClipLengthMax || !clip.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? $"'clip' is not of at most {ClipLengthMax} letters a-z, digits and hyphens"
            : times is not (>= 1 and <= TimesMax) ? $"'times' is not from 1 to {TimesMax}"
            : clip.Length > 0 ? _player.FaultOf(clip) : null;
        if (fault is not null)
        {
            return null;
        }

        lock (_gate)
        {
            bool changed = _versions.IsNew(order.Alert is null ? null : order.Event ?? order.Alert, order.Version);

            // The end of one event does not cut off what is said about another.
            if (changed && (clip.Length > 0 || order.Event is null || order.Event == _event))
            {
                _clip = clip;
                _event = order.Event;
                _player.Play(clip, times);
                _end.Change(clip.Length > 0 ? ClipLife * times : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                LogVoice(clip, order.Alert ?? string.Empty, order.Version);
            }

            return new ActuatorAnswer(changed, _clip);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Dispose();
        _player.Dispose();
    }

    private void OnEnd()
    {
        lock (_gate)
        {
            _clip = string.Empty;
        }
    }

    [LoggerMessage(EventId = 2054, Level = LogLevel.Information, Message = "Voice plays '{Clip}' for alert '{Alert}' version {Version}")]
    private partial void LogVoice(string clip, string alert, int version);
}
