namespace EnviAgriNet.Protocol.Packs;

/// <summary>Why a record, or a whole pack, was not taken.</summary>
/// <param name="Record">The record's place in the pack from 0, or -1 when the whole pack is meant.</param>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Field">The SenML label it concerns, or empty.</param>
/// <param name="Detail">One sentence for people, with the limit; at most 200 characters.</param>
public sealed record Refusal(int Record, PackRule Rule, string Field, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Record < 0 ? $"pack: {Rule}: {Detail}" : $"record {Record}: {Rule}: {Detail}";
}
