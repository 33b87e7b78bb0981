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
    private ISerialLine? _line;
    private string? _shown;
    private string _unknown = string.Empty;
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
        bool isNew = _shown != string.Join('\n', page);
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
            _shown = string.Join('\n', page);
            if (unknown.Length > 0 && unknown != _unknown)
            {
                LogUnknown(unknown, _options.Encoding);
            }

            _unknown = unknown.Length > 0 ? unknown : _unknown;
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

    [LoggerMessage(EventId = 2186, Level = LogLevel.Warning, Message = "The board has no sign for '{Letters}' in {Encoding}; a question mark stands for each")]
    private partial void LogUnknown(string letters, string encoding);
}
