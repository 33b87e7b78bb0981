using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>Reads packs: SenML whose first record carries the sequence number. One decoder per thread.</summary>
public sealed class PackDecoder
{
    private readonly SenmlDecoder _senml = new();

    /// <summary>Reads a payload; parameters as in <see cref="SenmlDecoder.Decode"/>. Never throws for what arrives.</summary>
    public DecodedPack Decode(ReadOnlyMemory<byte> payload, StationId station, DateTimeOffset? now)
    {
        SenmlBatch batch = _senml.Decode(payload, station, now);
        SenmlHead head = batch.Head;
        if (!IsToken(head.Outbox) || !IsToken(head.Boot))
        {
            return DecodedPack.Refused(
                new Refusal(-1, PackRule.BadToken, Labels.Outbox,
                    $"'box' and 'boot' are at most {Limits.TokenLengthMax} characters of a-z, 0-9 and '-'"),
                string.Empty, null);
        }

        long? sequence = head.Sequence is >= 1 ? head.Sequence : null;
        if (batch.Whole is { } whole)
        {
            return DecodedPack.Refused(whole, head.Outbox, sequence);
        }

        if (sequence is null)
        {
            return DecodedPack.Refused(
                new Refusal(-1, PackRule.BadSequence, Labels.Sequence,
                    $"the first record has no 'seq' from 1 to {Limits.SequenceMax}"),
                head.Outbox, null);
        }

        DateTimeOffset heardAt = head.HeardAt ?? now ?? DateTimeOffset.UnixEpoch;
        Pack pack = new(
            station, head.Outbox, sequence.Value, head.Boot, heardAt, head.TimeUncertainty, batch.Readings);
        return DecodedPack.Taken(pack, batch.Refusals);
    }

    private static bool IsToken(string text) =>
        text.Length <= Limits.TokenLengthMax
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
