namespace EnviAgriNet.Core.Alerts;

/// <summary>The phrases every language has, and what may stand in braces where.</summary>
public static class PhraseRules
{
    private static readonly string[] TimeParts = ["day", "month", "year", "year_be", "year_be_short", "clock"];

    private static readonly string[] Always = ["place", "at", "since", "until", "values", "short", "hazard", "number"];

    private static readonly string[] ByIndex = ["value", "index"];

    private static readonly string[] ByBank = ["level", "percent", "gap", "hours", "side", "rise"];

    // Too long for an SMS, or without a limit.
    private static readonly string[] NotInSms = ["at", "since", "until", "values", "side", "rise", "reason"];

    /// <summary>The placeholders of each phrase.</summary>
    public static IReadOnlyDictionary<string, string[]> Phrases { get; } = new Dictionary<string, string[]>
    {
        ["drill"] = [],
        ["time"] = TimeParts,
        ["time-short"] = TimeParts,
        ["time-day"] = TimeParts,
        ["station"] = ["place", "station"],
        ["validity"] = ["sender", "until"],
        ["sender"] = ["sender"],
        ["go"] = ["shelters"],
        ["call"] = ["number"],
        ["or"] = [],
        ["sms-join"] = [],
        ["sms-span"] = ["since", "until"],
        ["sms-until"] = ["until"],
        ["sms-at"] = ["at"],
        ["sms-go"] = ["shelters"],
        ["sms-places"] = ["shelters"],
        ["sms-call"] = ["number"],
        ["above"] = [],
        ["below"] = [],
        ["rises"] = ["rate"],
        ["falls"] = ["rate"],
        ["rise-unknown"] = [],
    };

    /// <summary>The placeholders of a field of a case.</summary>
    public static IReadOnlyList<string> Of(string alertCase, string field) => field switch
    {
        "event" => [],
        "effect" or "steps" => ["number"],
        "sms" => [.. OfCase(alertCase).Except(NotInSms)],
        _ => OfCase(alertCase),
    };

    private static string[] OfCase(string alertCase) => alertCase switch
    {
        AlertTemplates.CancelledCase => ["place", "at", "hazard", "number", "reason"],
        _ when alertCase.EndsWith("-index", StringComparison.Ordinal) => [.. Always, .. ByIndex],
        _ when alertCase.EndsWith("-bank", StringComparison.Ordinal) => [.. Always, .. ByBank],
        _ when alertCase.EndsWith("-soon", StringComparison.Ordinal) => [.. Always, .. ByBank],
        _ => Always,
    };
}
