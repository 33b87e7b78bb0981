namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>
/// The mail addresses we send to: the plain form <c>name@host</c> in printable ASCII, without quotes, comments and lists, so that one
/// address can never become two, or a line of a header.
/// </summary>
internal static class EmailAddress
{
    private const int LengthMax = 254;
    private const int LocalMax = 64;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>Whether a text is one.</summary>
    public static bool Is(string text)
    {
        int at = text.IndexOf('@');
        return text.Length <= LengthMax
            && at is > 0 and <= LocalMax
            && text[..at].All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c))
            && IsDotted(text[..at])
            && IsHost(text[(at + 1)..]);
    }

    private static bool IsHost(string host) =>
        IsDotted(host)
        && host.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-')
        && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    private static bool IsDotted(string text) =>
        text.Length > 0 && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);
}
