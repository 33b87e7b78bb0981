using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Quality;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Makes a batch out of what a source sent: decoded, judged, with what is known of its clock.</summary>
internal sealed class BatchReader(
    IOptions<StationOptions> station, NodeClock clock, ArrivalJudge judge, TimeProvider time)
{
    private readonly ConcurrentBag<SenmlDecoder> _decoders = [];
    private readonly StationId _station = station.Value.StationId;

    /// <summary>Reads a payload; never throws for what arrives.</summary>
    public ReadBatch Read(ReadOnlyMemory<byte> payload)
    {
        TimeSpan mono = ClockWatch.Monotonic(time);
        DateTimeOffset now = clock.At(mono);
        SenmlDecoder decoder = _decoders.TryTake(out SenmlDecoder? idle) ? idle : new SenmlDecoder();
        SenmlBatch batch;
        try
        {
            batch = Decode(decoder, payload, now);
        }
        finally
        {
            _decoders.Add(decoder);
        }

        if (batch.Whole is { } whole)
        {
            return new ReadBatch(null, [whole], false, mono);
        }

        SenmlHead head = batch.Head;
        if (!IsToken(head.Boot))
        {
            return new ReadBatch(
                null,
                [new Refusal(-1, PackRule.BadToken, "boot", "'boot' is at most 40 characters of a-z, 0-9 and '-'")],
                false,
                mono);
        }

        if (batch.Readings.Count == 0)
        {
            return new ReadBatch(null, batch.Refusals, false, mono);
        }

        long? offset = OffsetOf(batch, mono);
        JournalBatch journal = new(now, head.Boot, offset, judge.Judge(batch.Readings));
        return new ReadBatch(journal, batch.Refusals, offset is not null, mono);
    }

    /// <summary>
    /// A source that tells its monotonic time is stamped by that, whatever its wall clock says; only the others' times are judged
    /// against ours, and only while ours is good.
    /// </summary>
    private SenmlBatch Decode(SenmlDecoder decoder, ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        if (clock.State == ClockState.Unsynced)
        {
            return decoder.Decode(payload, _station, null);
        }

        SenmlBatch batch = decoder.Decode(payload, _station, now);
        return batch.Head.Monotonic is null || batch.Refusals.Count == 0
            ? batch
            : decoder.Decode(payload, _station, null);
    }

    private long? OffsetOf(SenmlBatch batch, TimeSpan mono)
    {
        if (batch.Head is not { Monotonic: { } sourceMono, BaseTime: { } baseTime, Boot.Length: > 0 })
        {
            return null;
        }

        long offset = baseTime.ToUnixTimeMilliseconds() - (long)sourceMono.TotalMilliseconds;
        long lastMono = batch.Readings.Max(r => r.TakenAt).ToUnixTimeMilliseconds() - offset;
        clock.HearSource(batch.Head.Boot, TimeSpan.FromMilliseconds(lastMono), mono);
        return offset;
    }

    private static bool IsToken(string text) =>
        text.Length <= Protocol.Limits.TokenLengthMax
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>What came of a payload.</summary>
/// <param name="Batch">What can be accepted, or null.</param>
/// <param name="Refusals">What cannot, record by record, or the one refusal of the whole.</param>
/// <param name="HasBoot">Whether its times belong to a clock that runs now.</param>
/// <param name="HeardAt">The monotonic moment it came.</param>
internal sealed record ReadBatch(JournalBatch? Batch, IReadOnlyList<Refusal> Refusals, bool HasBoot, TimeSpan HeardAt);
