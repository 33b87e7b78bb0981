using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>
/// Tells the edge when another calibration holds for a series than before. What was told is kept in a small file, so that a restart
/// repeats nothing; when that is lost, what holds is told again, which changes nothing.
/// </summary>
internal sealed partial class CalibrationNews(
    Calibrations calibrations, string file, EdgeClient edge, TimeProvider time, ILogger<CalibrationNews> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private readonly Dictionary<SeriesName, CalibrationNotice> _told = Read(file);
    private bool _isFailing;

    /// <summary>Tells what the edge does not know yet.</summary>
    internal async Task StepAsync(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Dictionary<SeriesName, CalibrationNotice> holding = calibrations.At(now).ToDictionary(c => c.Series, c => c.ToNotice());
        IEnumerable<CalibrationNotice> ended = _told.Values
            .Where(t => t.Coefficients.Count > 0 && !holding.ContainsKey(t.Series))
            .Select(t => t with { Of = null, Coefficients = [], Since = now });
        foreach (CalibrationNotice notice in holding.Values.Concat(ended).ToList())
        {
            if (_told.TryGetValue(notice.Series, out CalibrationNotice? before) && before.ToText() == notice.ToText())
            {
                continue;
            }

            SourceEvent news = new() { Kind = "calibrated", Reason = notice.ToText() };
            if (!await edge.TrySendEventAsync(news, cancel))
            {
                return;
            }

            _told[notice.Series] = notice;
            Save();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await StepAsync(stoppingToken);
            await Task.Delay(LookEvery, time, stoppingToken);
        }
    }

    private static Dictionary<SeriesName, CalibrationNotice> Read(string file)
    {
        Dictionary<SeriesName, CalibrationNotice> told = [];
        try
        {
            foreach (string line in File.ReadLines(file))
            {
                if (CalibrationNotice.TryParse(line, out CalibrationNotice? notice))
                {
                    told[notice.Series] = notice;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing was told yet, as far as can be known.
        }

        return told;
    }

    private void Save()
    {
        try
        {
            WholeFile.Replace(file, string.Concat(_told.Values.Select(t => t.ToText() + "\n")));
            _isFailing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_isFailing)
            {
                LogNotSaved(e, file);
            }

            _isFailing = true;
        }
    }

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning,
        Message = "What was told of calibrations could not be written to '{File}'; after a restart it is told again")]
    private partial void LogNotSaved(Exception exception, string file);
}
