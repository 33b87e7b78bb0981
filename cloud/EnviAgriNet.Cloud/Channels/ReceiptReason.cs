using System.Text.RegularExpressions;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Makes a short reason, free of personal data, of what gateway and operator say.</summary>
internal static partial class ReceiptReason
{
    /// <summary>
    /// The reason in a receipt's answer: <c>NACK/0x0000000b/Invalid Destination Address</c> as it is; of an operator's
    /// <c>id:… stat:UNDELIV err:001 text:…</c> only state and error, since the rest repeats id and text.
    /// </summary>
    public static string Of(string answer)
    {
        Match state = State().Match(answer);
        return state.Success ? Clean($"{state.Groups["stat"].Value} {state.Groups["err"].Value}") : Clean(answer);
    }

    /// <summary>One line, cut, and without anything that may be a phone number.</summary>
    public static string Clean(string text)
    {
        string printable = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        string anonymous = LongDigits().Replace(printable, "…");
        return anonymous.Length <= Limits.ReasonLengthMax ? anonymous : anonymous[..Limits.ReasonLengthMax];
    }

    [GeneratedRegex(@"(?<stat>stat:\w{1,10})(.*?(?<err>err:\w{1,10}))?", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex State();

    // An operator's error as 0x0000000b stays; a number of 9 digits and more does not.
    [GeneratedRegex(@"(?<!0x)\+?\d{9,}", RegexOptions.None, 100)]
    private static partial Regex LongDigits();
}
