using EnviAgriNet.Core.Geography;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>
/// Brings the samples of one batch to the edge, however often that takes. What is refused is dropped and counted; a batch that is
/// refused as a whole is halved until the bad sample stands alone. One request is under way at a time.
/// </summary>
internal sealed partial class BatchSender(
    EdgeClient edge, StationId station, string bootId, Backoff backoff, LinkCounts counts, TimeProvider time,
    ILogger<BatchSender> logger)
{
    private const int ServerFaultsMax = 5;
    private const int LogEveryFailures = 20;
    private static readonly TimeSpan ClockStepMin = TimeSpan.FromSeconds(2);

    /// <summary>Returns when every sample is on the edge's disk or refused for good.</summary>
    public async Task SendAsync(IReadOnlyList<Sample> samples, CancellationToken cancellation)
    {
        LinkedList<Part> parts = new(CutAtClockSteps(samples).Select(p => new Part(p)));
        int taken = 0;
        while (parts.First is { Value: Part part } first)
        {
            if (Encode(part.Samples) is not { } senml)
            {
                Halve(parts, first);
                continue;
            }

            EdgeAnswer answer = await edge.SendReadingsAsync(senml, cancellation);
            if (answer.Fate is BatchFate.Taken or BatchFate.Refused)
            {
                OnHeard();
                taken += Settle(parts, first, answer);
                continue;
            }

            part.ServerFaults = answer.Fate == BatchFate.ServerFault ? part.ServerFaults + 1 : 0;
            if (part.ServerFaults >= ServerFaultsMax)
            {
                PutOff(parts, first, taken, answer);
            }

            await WaitAsync(answer, cancellation);
        }
    }

    /// <summary>Cuts where wall clock and time since boot part, since the edge may stamp anew from the first record's.</summary>
    internal static IEnumerable<IReadOnlyList<Sample>> CutAtClockSteps(IReadOnlyList<Sample> samples)
    {
        List<Sample> part = [];
        foreach (Sample sample in samples)
        {
            if (part.Count > 0 && IsClockStep(part[0], sample))
            {
                yield return part;
                part = [];
            }

            part.Add(sample);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static bool IsClockStep(in Sample first, in Sample next) =>
        first.SinceBoot is { } bootThen && next.SinceBoot is { } bootNow
        && (next.Reading.TakenAt - first.Reading.TakenAt - (bootNow - bootThen)).Duration() > ClockStepMin;

    /// <summary>The bytes, or null when they are more than an edge takes.</summary>
    private byte[]? Encode(IReadOnlyList<Sample> samples)
    {
        byte[] senml = SenmlEncoder.Encode(
            station, [.. samples.Select(s => s.Reading)], bootId, samples[0].SinceBoot);
        return senml.Length <= Limits.PackBytesMax || samples.Count == 1 ? senml : null;
    }

    /// <summary>Takes away what is settled and returns how many samples the edge now has.</summary>
    private int Settle(LinkedList<Part> parts, LinkedListNode<Part> first, EdgeAnswer answer)
    {
        IReadOnlyList<Sample> samples = first.Value.Samples;
        HashSet<int> named = [];
        foreach (RefusedRecord refused in answer.Refused)
        {
            if (refused.Record >= 0 && refused.Record < samples.Count && named.Add(refused.Record))
            {
                Drop(samples[refused.Record], refused.Rule, refused.Detail);
            }
        }

        if (answer.Fate == BatchFate.Taken)
        {
            parts.Remove(first);
            counts.OnAcknowledged(samples.Count - named.Count);
            return samples.Count - named.Count;
        }

        if (named.Count > 0)
        {
            first.Value = new Part([.. samples.Where((_, i) => !named.Contains(i))]);
            if (first.Value.Samples.Count == 0)
            {
                parts.Remove(first);
            }
        }
        else if (samples.Count == 1)
        {
            Drop(samples[0], answer.Refused.Count > 0 ? answer.Refused[0].Rule : "refused", answer.Detail);
            parts.Remove(first);
        }
        else
        {
            Halve(parts, first);
        }

        return 0;
    }

    /// <summary>
    /// The edge fails over this part again and again. It is halved; a single sample lets the others go first, and is given up only
    /// once the edge has taken others, so that it is the sample and not the edge that is broken.
    /// </summary>
    private void PutOff(LinkedList<Part> parts, LinkedListNode<Part> first, int taken, EdgeAnswer answer)
    {
        if (first.Value.Samples.Count > 1)
        {
            Halve(parts, first);
            return;
        }

        parts.Remove(first);
        if (taken > 0 && first.Value.WasPutOff)
        {
            Drop(first.Value.Samples[0], "server-fault", answer.Detail);
            return;
        }

        parts.AddLast(new Part(first.Value.Samples) { WasPutOff = true });
    }

    private static void Halve(LinkedList<Part> parts, LinkedListNode<Part> first)
    {
        IReadOnlyList<Sample> samples = first.Value.Samples;
        int half = samples.Count / 2;
        parts.AddAfter(first, new Part([.. samples.Skip(half)]));
        first.Value = new Part([.. samples.Take(half)]);
    }

    private void Drop(in Sample sample, string rule, string detail)
    {
        counts.OnRefused(1);
        LogRefused(sample.Index, sample.Reading.Series.Text, Cut(rule), Cut(detail));
    }

    private void OnHeard()
    {
        if (backoff.Failures > 0)
        {
            LogBack(backoff.Failures);
        }

        backoff.OnSuccess();
    }

    private async Task WaitAsync(EdgeAnswer answer, CancellationToken cancellation)
    {
        TimeSpan wait = backoff.OnFailure(answer.RetryAfter);
        if (backoff.Failures % LogEveryFailures == 1)
        {
            LogHeld(Cut(answer.Detail), backoff.Failures);
        }

        await Task.Delay(wait, time, cancellation);
    }

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];

    private sealed class Part(IReadOnlyList<Sample> samples)
    {
        public IReadOnlyList<Sample> Samples { get; } = samples;

        public int ServerFaults { get; set; }

        public bool WasPutOff { get; init; }
    }

    [LoggerMessage(EventId = 2030, Level = LogLevel.Warning,
        Message = "Sample {Index} of {Series} was refused by rule '{Rule}': {Detail}")]
    private partial void LogRefused(long index, string series, string rule, string detail);

    [LoggerMessage(EventId = 2031, Level = LogLevel.Warning, Message = "The edge does not take samples: {Detail}; attempt {Attempt}")]
    private partial void LogHeld(string detail, int attempt);

    [LoggerMessage(EventId = 2032, Level = LogLevel.Information, Message = "The edge takes samples again after {Attempts} attempts")]
    private partial void LogBack(int attempts);
}
