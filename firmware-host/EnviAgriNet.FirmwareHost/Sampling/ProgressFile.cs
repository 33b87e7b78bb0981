using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// Keeps the progress in a small file. A write that failed costs repeats only, which change nothing at the edge. Used by the link alone.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="progress">How far the processes before came.</param>
/// <param name="writeEvery">How often it is written at most; each time costs the disk about four blocks and two waits.</param>
/// <param name="time">The machine's clock.</param>
/// <param name="logger">Told when the disk refuses.</param>
internal sealed partial class ProgressFile(
    string path, Progress progress, TimeSpan writeEvery, TimeProvider time, ILogger<ProgressFile> logger)
{
    private long? _writtenAt;
    private bool _failing;

    /// <summary>How far the board has come.</summary>
    public Progress Current { get; private set; } = progress;

    /// <summary>Reads a file; null when there is none or it says nothing useful.</summary>
    public static Progress? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ProgressContext.Default.Progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes that the edge has all samples up to an index, and writes it down when it is time.</summary>
    public void Advance(long index)
    {
        Current = Current with { Acknowledged = Math.Max(index, Current.Acknowledged) };
        if (_writtenAt is not { } at || time.GetElapsedTime(at) >= writeEvery)
        {
            Save();
        }
    }

    /// <summary>Writes the progress down now. A disk that refuses is logged once, and the work goes on.</summary>
    public void Save()
    {
        _writtenAt = time.GetTimestamp();
        try
        {
            WholeFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(Current, ProgressContext.Default.Progress));
            _failing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_failing)
            {
                LogNotSaved(e, path);
            }

            _failing = true;
        }
    }

    [LoggerMessage(EventId = 2020, Level = LogLevel.Warning,
        Message = "Progress could not be written to '{Path}'; after a restart samples may be repeated")]
    private partial void LogNotSaved(Exception exception, string path);
}
