namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>How LINE names a person to one account: <c>U</c> and 32 hexadecimal digits. Personal.</summary>
internal static class LineUserId
{
    private const int Digits = 32;

    /// <summary>Whether a text is one. One wrong id would make LINE refuse the whole call.</summary>
    public static bool Is(string? text) =>
        text is { Length: Digits + 1 } && text[0] == 'U' && text.AsSpan(1).IndexOfAnyExceptInRange('0', 'f') < 0
        && text.Skip(1).All(char.IsAsciiHexDigitLower);
}
