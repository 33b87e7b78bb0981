using EnviAgriNet.FirmwareHost.Serial;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>
/// Brings what the display shows to a board on a serial line: at once when it changes, again from time to time for a board that was
/// without power, and as soon as a port that went away is back. Dark when the program ends. Nothing is heard from a board, so that
/// nobody can know whether it shows it.
/// </summary>
internal sealed partial class SerialDisplay(
    Display display, IOptions<DisplayOptions> settings, TimeProvider time, ILogger<SerialDisplay> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WriteMax = TimeSpan.FromSeconds(5);

    private readonly DisplayOptions _options = settings.Value;
    private readonly HashSet<char> _unknownTold = [];

    private ISerialLine? _line;
    private string[]? _shown;
    private long? _triedAt;
    private bool _isFailing;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _line?.Dispose();
    }

    /// <summary>Sends what is due.</summary>
    internal void Step()
    {
        string[] page = display.OfThisTurn([.. display.Showing.SelectMany(text => DisplayFrame.PagesOf(text, _options.Rows, _options.Columns))]) ?? [];
        bool isNew = _shown is null || !_shown.SequenceEqual(page);
        TimeSpan patience = _isFailing ? RetryEvery : isNew ? TimeSpan.Zero : _options.RepeatEvery;
        if (_triedAt is not { } at || time.GetElapsedTime(at) >= patience)
        {
            Send(page);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_options.Port is null)
        {
            return;
        }

        try
        {
            while (true)
            {
                await Blocking.RunAsync(() => { Step(); return true; }, stoppingToken);
                await Task.Delay(LookEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A warning that nobody takes back any more must not stay.
            Send([]);
        }
    }

    private void Send(string[] page)
    {
        _triedAt = time.GetTimestamp();
        try
        {
            byte[] frame = DisplayFrame.BytesOf(page, _options, out string unknown);
            _line ??= SerialLines.Open(_options.Port!, _options.Baud);
            _line.Write(frame, WriteMax);
            _shown = page;
            if (string.Concat(unknown.Where(_unknownTold.Add)) is { Length: > 0 } untold)
            {
                LogUnknown(untold, _options.Encoding);
            }

            if (_isFailing)
            {
                LogWell(_options.Port!);
            }

            _isFailing = false;
        }
        catch (SerialLineException e)
        {
            _line?.Dispose();
            _line = null;
            if (!_isFailing)
            {
                LogFailed(e.Message);
            }

            _isFailing = true;
        }
    }

    [LoggerMessage(EventId = 2184, Level = LogLevel.Error, Message = "The board shows nothing new: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(EventId = 2185, Level = LogLevel.Information, Message = "The board at {Port} can be written again")]
    private partial void LogWell(string port);

    [LoggerMessage(EventId = 2186, Level = LogLevel.Warning, Message = "The board has no sign for '{Letters}' in {Encoding}; a question mark stands for each; told once")]
    private partial void LogUnknown(string letters, string encoding);
}
