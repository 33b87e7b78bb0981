using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What a person said of themselves: kept encrypted, shown to officers only, each look written down.</summary>
/// <param name="Text">Their words.</param>
/// <param name="Latitude">Degrees north, as their phone said; null when it did not.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed partial record CaseDetails(string Text, double? Latitude = null, double? Longitude = null)
{
    private static readonly (string Code, string[] Words)[] NeedWords =
    [
        ("boat", ["เรือ", "boat", "อพยพ", "evacuat", "ติดอยู่", "หลังคา", "roof", "trapped", "stuck", "stranded"]),
        ("medicine", ["ยา", "หมอ", "พยาบาล", "ป่วย", "บาดเจ็บ", "คนเจ็บ", "medic", "doctor", "sick", "injur", "hurt"]),
        ("water", ["น้ำดื่ม", "น้ำกิน", "drinking", "water"]),
        ("food", ["อาหาร", "ข้าว", "นมผง", "food", "rice", "milk"]),
        ("shelter", ["ที่พัก", "ศูนย์พักพิง", "เต็นท์", "ผ้าห่ม", "shelter", "tent", "blanket"]),
    ];

    /// <summary>The codes of what people need.</summary>
    public static IReadOnlyList<string> Needs { get; } = [.. NeedWords.Select(need => need.Code)];

    /// <summary>What a text asks for, as codes; "ย่า" and "ยาย" are no medicine.</summary>
    public static IReadOnlyList<string> NeedsIn(string text)
    {
        string plain = NotMedicine().Replace(text.ToLowerInvariant(), " ");
        return [.. NeedWords.Where(need => need.Words.Any(word => plain.Contains(word, StringComparison.Ordinal))).Select(need => need.Code)];
    }

    /// <summary>How many people a text speaks of, or null.</summary>
    public static int? PeopleIn(string text)
    {
        string digits = string.Concat(text.Select(c => c is >= '๐' and <= '๙' ? (char)('0' + c - '๐') : c));
        return People().Match(digits.ToLowerInvariant()) is { Success: true } found
            && int.TryParse(found.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is > 0 and <= Limits.PeopleMax
            ? count
            : null;
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static CaseDetails Parse(string json) =>
        JsonSerializer.Deserialize(json, CaseDetailsJson.Default.CaseDetails) ?? throw new JsonException("the details are null");

    /// <summary>The details as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CaseDetailsJson.Default.CaseDetails);

    // The rest would print what must not reach a log.
    /// <inheritdoc/>
    public override string ToString() => "details";

    [GeneratedRegex("ยาย|ย่า|ระยาว|ยาว|พยายาม|ยาง", RegexOptions.None, 1000)]
    private static partial Regex NotMedicine();

    [GeneratedRegex(@"(?<count>[0-9]{1,3})\s*(คน|ราย|ชีวิต|ท่าน|people|persons?|ppl|pax|adults?|of us)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex People();
}

/// <summary>The generated contract of <see cref="CaseDetails"/>.</summary>
[JsonSerializable(typeof(CaseDetails))]
internal sealed partial class CaseDetailsJson : JsonSerializerContext;
