namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>The letters of the receipts, what they mean and what they make of a delivery. Pure.</summary>
internal static class ReceiptCodes
{
    /// <summary>The letters by rising rank, for the statement that compares them.</summary>
    public const string Ranked = "WSEFDR";

    /// <summary>Its letter.</summary>
    public static string Letter(this ReceiptCode code) => Ranked.Substring((int)code - 1, 1);

    /// <summary>The code of a letter, in either case.</summary>
    public static bool TryParse(string? letter, out ReceiptCode code)
    {
        int at = letter is { Length: 1 } ? Ranked.IndexOf(char.ToUpperInvariant(letter[0]), StringComparison.Ordinal) : -1;
        code = (ReceiptCode)(at + 1);
        return at >= 0;
    }

    /// <summary>What a letter means, in one word for lists.</summary>
    public static string Meaning(string? letter) => TryParse(letter, out ReceiptCode code) ? Word(code) : string.Empty;

    /// <summary>What it makes of a delivery.</summary>
    public static DeliveryState State(this ReceiptCode code) => code switch
    {
        ReceiptCode.Wired or ReceiptCode.Sent => DeliveryState.Sent,
        ReceiptCode.Delivered => DeliveryState.Delivered,
        ReceiptCode.Expired => DeliveryState.Expired,
        ReceiptCode.Failed or ReceiptCode.Refused => DeliveryState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    /// <summary>Kannel's report types; null for one that says nothing.</summary>
    /// <param name="type">1 delivered, 2 undeliverable, 4 buffered, 8 the operator took it, 16 the operator refused it.</param>
    /// <param name="answer">The operator's words, which tell an expired one from a failed one.</param>
    public static ReceiptCode? OfKannel(string? type, string answer) => type switch
    {
        "1" => ReceiptCode.Delivered,
        "2" when answer.Contains("stat:EXPIRED", StringComparison.OrdinalIgnoreCase) => ReceiptCode.Expired,
        "2" when answer.Contains("stat:REJECTD", StringComparison.OrdinalIgnoreCase) => ReceiptCode.Refused,
        "2" => ReceiptCode.Failed,
        "4" => ReceiptCode.Wired,
        "8" => ReceiptCode.Sent,
        "16" when answer.Contains("expired", StringComparison.OrdinalIgnoreCase) => ReceiptCode.Expired,
        "16" => ReceiptCode.Refused,
        _ => null,
    };

    private static string Word(ReceiptCode code) => code switch
    {
        ReceiptCode.Wired => "wired",
        ReceiptCode.Sent => "sent",
        ReceiptCode.Expired => "expired",
        ReceiptCode.Failed => "failed",
        ReceiptCode.Delivered => "delivered",
        _ => "refused",
    };
}
