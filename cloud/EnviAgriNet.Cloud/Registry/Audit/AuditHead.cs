using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>
/// The end of the log at some time, <c>NUMBER:HASH</c>. Whoever keeps one elsewhere (on paper, in another's mailbox) can prove later
/// that nothing up to it was changed or cut off, not even by the owner of the keys.
/// </summary>
internal sealed record AuditHead(long Number, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>The head of a log without entries.</summary>
    public static AuditHead Empty { get; } = new(0, new string('0', HashDigits));

    /// <summary>Reads <c>NUMBER:HASH</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AuditHead? head)
    {
        string[] parts = text.Trim().Split(':');
        head = parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && parts[1].Length == HashDigits && parts[1].All(char.IsAsciiHexDigit)
                ? new AuditHead(number, parts[1].ToLowerInvariant())
                : null;
        return head is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
