namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>What became of an order, as commands and programs get it.</summary>
internal sealed record AnswerLine(string Fate, string Text, long? Number, string? Identifier, string? State)
{
    public static AnswerLine Of(ReleaseAnswer answer) => new(
        answer.Fate.ToString().ToLowerInvariant(), answer.Text, answer.Alert?.Number, answer.Alert?.Identifier, answer.Alert?.State.ToString());
}
