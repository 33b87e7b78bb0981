using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>
/// What the centre's board is to show; seen in the log and the status, and on a board where one is connected (<see cref="SerialDisplay"/>).
/// It goes dark by the centre's time.
/// </summary>
internal sealed partial class Display(SimulatedTime time, TimeProvider clock, ILogger<Display> logger)
{
    public const string Name = "display";
    private const int CharactersMax = 1000;
    private const int LinesMax = 8;

    /// <summary>How long one of several texts stands.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly AlertVersions _versions = new();

    // The newest line stands last.
    private readonly List<Line> _lines = [];

    /// <summary>Its newest line: in Thai if given, else in English, else in whatever comes first; empty when dark.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                DropEnded();
                return _lines.Count == 0 ? string.Empty : _lines[^1].Texts[0];
            }
        }
    }

    /// <summary>All that it shows in turn, each line in each of its languages, the newest line first; empty when dark.</summary>
    public IReadOnlyList<string> Showing
    {
        get
        {
            lock (_gate)
            {
                DropEnded();
                return [.. _lines.AsEnumerable().Reverse().SelectMany(line => line.Texts)];
            }
        }
    }

    /// <summary>What stands on it at this moment.</summary>
    public string Now => OfThisTurn(Showing) ?? string.Empty;

    /// <summary>Whose turn it is, of things that each stand for <see cref="Turn"/>; null when there are none.</summary>
    public T? OfThisTurn<T>(IReadOnlyList<T> things)
        where T : class => things.Count == 0 ? null : things[(int)(clock.GetUtcNow().Ticks / Turn.Ticks % things.Count)];

    /// <summary>Carries an order out, or says why not. A repeat changes nothing.</summary>
    public ActuatorAnswer? Apply(DisplayOrder order, out string? fault)
    {
        string[] texts = [.. Texts(order.Text)];
        fault = texts.Sum(text => text.Length) > CharactersMax ? $"'text' has more than {CharactersMax} characters"
            : order.Until is null or (>= 0 and < 253_402_300_800) ? null
            : "'until' is not a time in seconds since 1970";
        if (fault is not null)
        {
            return null;
        }

        bool changed;
        lock (_gate)
        {
            changed = _versions.IsNew(order.Alert is null ? null : order.Event ?? order.Alert, order.Version);
            if (changed)
            {
                Set(order, texts);
                LogDisplay(texts.FirstOrDefault(string.Empty), order.Alert ?? string.Empty, order.Version);
            }
        }

        return new ActuatorAnswer(changed, Text);
    }

    // An order of no event is about the whole display.
    private void Set(DisplayOrder order, string[] texts)
    {
        _lines.RemoveAll(line => order.Event is null || line.Event == order.Event);
        if (texts.Length > 0)
        {
            _lines.Add(new Line(
                order.Event,
                texts,
                order.Until is { } until ? DateTimeOffset.UnixEpoch.AddSeconds(until) : DateTimeOffset.MaxValue));
        }

        if (_lines.Count > LinesMax)
        {
            _lines.RemoveAt(0);
        }
    }

    private void DropEnded()
    {
        DateTimeOffset now = time.Now;
        if (_lines.RemoveAll(line => now >= line.Until) > 0 && _lines.Count == 0)
        {
            LogDark();
        }
    }

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, string>? text) => (text ?? new Dictionary<string, string>())
        .OrderBy(entry => entry.Key switch { "th" => 0, "en" => 1, _ => 2 })
        .Select(entry => entry.Value)
        .Where(value => !string.IsNullOrEmpty(value));

    private sealed record Line(string? Event, string[] Texts, DateTimeOffset Until);

    [LoggerMessage(EventId = 2052, Level = LogLevel.Information, Message = "Display shows '{Text}' for alert '{Alert}' version {Version}")]
    private partial void LogDisplay(string text, string alert, int version);

    [LoggerMessage(EventId = 2053, Level = LogLevel.Information, Message = "Display is dark: the alert has expired")]
    private partial void LogDark();
}
