using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>A display line that is only seen in the log and the status. It goes dark by the centre's time.</summary>
internal sealed partial class VirtualDisplay(SimulatedTime time, ILogger<VirtualDisplay> logger)
{
    public const string Name = "display";
    private const int CharactersMax = 1000;

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();
    private string _text = string.Empty;
    private DateTimeOffset _until;

    /// <summary>What it shows: Thai if given, else English, else whatever comes first; empty when dark.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                if (_text.Length > 0 && time.Now >= _until)
                {
                    _text = string.Empty;
                    LogDark();
                }

                return _text;
            }
        }
    }

    /// <summary>Carries an order out, or says why not. A repeat changes nothing.</summary>
    public ActuatorAnswer? Apply(DisplayOrder order, out string? fault)
    {
        string text = Choose(order.Text);
        fault = text.Length > CharactersMax ? $"'text' has more than {CharactersMax} characters"
            : order.Until is null or (>= 0 and < 253_402_300_800) ? null
            : "'until' is not a time in seconds since 1970";
        if (fault is not null)
        {
            return null;
        }

        bool changed;
        lock (_gate)
        {
            changed = _versions.IsNew(order.Alert, order.Version);
            if (changed)
            {
                _text = text;
                _until = order.Until is { } until ? DateTimeOffset.UnixEpoch.AddSeconds(until) : DateTimeOffset.MaxValue;
                LogDisplay(text, order.Alert ?? string.Empty, order.Version);
            }
        }

        return new ActuatorAnswer(changed, Text);
    }

    private static string Choose(IReadOnlyDictionary<string, string>? text) =>
        text is null || text.Count == 0 ? string.Empty
        : text.TryGetValue("th", out string? th) ? th
        : text.TryGetValue("en", out string? en) ? en
        : text.First().Value;

    [LoggerMessage(EventId = 2052, Level = LogLevel.Information, Message = "Display shows '{Text}' for alert '{Alert}' version {Version}")]
    private partial void LogDisplay(string text, string alert, int version);

    [LoggerMessage(EventId = 2053, Level = LogLevel.Information, Message = "Display is dark: the alert has expired")]
    private partial void LogDark();
}
