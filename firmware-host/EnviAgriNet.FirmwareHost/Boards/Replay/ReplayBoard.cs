using System.Runtime.InteropServices;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>A recording, sorted by time. What stands in the file twice comes twice.</summary>
internal sealed partial class ReplayBoard : IBoard
{
    private readonly IReadOnlyList<MappedSeries> _series;
    private readonly List<ReplaySample> _samples;

    private ReplayBoard(IReadOnlyList<MappedSeries> series, List<ReplaySample> samples)
    {
        _series = series;
        _samples = samples;
    }

    /// <summary>The time of the first sample.</summary>
    public DateTimeOffset First => DateTimeOffset.FromUnixTimeMilliseconds(_samples[0].TakenMs);

    /// <summary>How many samples there are.</summary>
    public int Count => _samples.Count;

    /// <summary>Reads a recording whole. Throws a <see cref="BoardException"/> when settings and file do not go together.</summary>
    public static ReplayBoard Open(ReplayOptions options, DateTimeOffset? start, DateTimeOffset? end, ILogger logger)
    {
        ReplayPlan plan = ReplayPlan.Read(options, start, end);
        using Stream stream = OpenFile(options.File!);
        return Read(plan, stream, logger);
    }

    /// <inheritdoc/>
    public IEnumerable<Sample> After(long index)
    {
        for (long i = index; i < _samples.Count; i++)
        {
            ReplaySample sample = _samples[(int)i];
            yield return new Sample(
                i + 1,
                new Reading(
                    _series[sample.Series].Series, DateTimeOffset.FromUnixTimeMilliseconds(sample.TakenMs), sample.Value,
                    QualityFlag.NotEvaluated),
                null);
        }
    }

    internal static ReplayBoard Read(ReplayPlan plan, Stream stream, ILogger logger)
    {
        CsvRecording recording = new(plan, logger);
        List<ReplaySample> samples;
        try
        {
            samples = recording.Read(stream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new BoardException($"Replay: File cannot be read: {e.Message}", e);
        }

        RecordingCounts counts = recording.Counts;
        if (samples.Count == 0)
        {
            throw new BoardException(
                $"Replay: no row of {counts.Rows} gave a sample: {counts.RowsFiltered} left out by Where, {counts.RowsOutside} outside "
                + $"the span of time, {counts.RowsBad} bad, {counts.CellsMissing} cells missing"
                + (counts.FirstFault is { } fault ? $"; the first fault: {fault}" : string.Empty));
        }

        Sort(samples);
        counts.Duplicates = CountDuplicates(samples, plan.Map.Series.Count);
        LogRead(
            logger, samples.Count, counts.Rows, counts.RowsFiltered, counts.RowsOutside, counts.RowsBad, counts.CellsMissing,
            counts.Duplicates);
        return new ReplayBoard(plan.Map.Series, samples);
    }

    private static Stream OpenFile(string file)
    {
        try
        {
            return RecordingFile.Open(file);
        }
        catch (RecordingException e)
        {
            throw new BoardException($"Replay: {e.Message}", e);
        }
    }

    private static void Sort(List<ReplaySample> samples)
    {
        Span<ReplaySample> all = CollectionsMarshal.AsSpan(samples);
        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].TakenMs < all[i - 1].TakenMs)
            {
                all.Sort();
                return;
            }
        }
    }

    private static long CountDuplicates(List<ReplaySample> samples, int seriesCount)
    {
        long duplicates = 0;
        long[] last = new long[seriesCount];
        Array.Fill(last, long.MinValue);
        foreach (ReplaySample sample in samples)
        {
            duplicates += last[sample.Series] == sample.TakenMs ? 1 : 0;
            last[sample.Series] = sample.TakenMs;
        }

        return duplicates;
    }

    [LoggerMessage(EventId = 2061, Level = LogLevel.Information,
        Message = "The recording has {Samples} samples in {Rows} rows; {Filtered} rows left out by Where, {Outside} outside the span of time, "
            + "{Bad} bad; {Missing} cells missing, {Duplicates} samples at a time that was there already")]
    private static partial void LogRead(
        ILogger logger, int samples, long rows, long filtered, long outside, long bad, long missing, long duplicates);
}
