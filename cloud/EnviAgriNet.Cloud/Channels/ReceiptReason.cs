using System.Text;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Makes a short reason, free of personal data, of what gateway and operator say.</summary>
internal static class ReceiptReason
{
    // The shortest run of digits that may be a phone number; an operator's error as 0x0000000b has fewer.
    private const int NumberDigitsMin = 9;
    private const int WordLengthMax = 20;

    /// <summary>
    /// The reason in a receipt's answer: <c>NACK/0x0000000b/Invalid Destination Address</c> as it is; of an operator's
    /// <c>id:… stat:UNDELIV err:001 text:…</c> only state and error, since the rest repeats id and text.
    /// </summary>
    public static string Of(string answer) =>
        Word(answer, "stat:") is { } state ? Clean($"{state} {Word(answer, "err:")}".Trim()) : Clean(answer);

    /// <summary>One line, cut, and without anything that may be a phone number.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new();
        for (int at = 0; at < text.Length && clean.Length < Limits.ReasonLengthMax;)
        {
            int digits = DigitsFrom(text, at);
            if (digits >= NumberDigitsMin)
            {
                clean.Append('…');
                at += digits;
                continue;
            }

            int step = Math.Max(1, digits);
            clean.Append(char.IsControl(text[at]) ? " " : text.AsSpan(at, step));
            at += step;
        }

        return clean.ToString().Replace("+…", "…", StringComparison.Ordinal).Trim();
    }

    private static int DigitsFrom(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static string? Word(string answer, string name)
    {
        int at = answer.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        int end = answer.IndexOf(' ', at);
        int length = Math.Min((end < 0 ? answer.Length : end) - at, WordLengthMax);
        return answer.Substring(at, length);
    }
}
