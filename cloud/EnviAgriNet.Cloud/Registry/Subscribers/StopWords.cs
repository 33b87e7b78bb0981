using System.Globalization;
using System.Text;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// Which texts mean "send me nothing more", in the languages spoken here. The whole text has to mean it: a call for help that has
/// the word in it is not a STOP. Blanks, invisible characters, case, tone marks, repeated marks and polite endings do not matter.
/// </summary>
internal static class StopWords
{
    // A text longer than this says more than STOP.
    private const int LengthMax = 80;

    // Counts among the marks, and nobody can see it.
    private const int CombiningGraphemeJoiner = 0x034F;

    private static readonly (string Language, string[] Words)[] Lists =
    [
        ("th",
        [
            "หยุด", "ยกเลิก", "เลิก", "หยุดส่ง", "หยุดรับ", "เลิกส่ง", "เลิกรับ", "ยกเลิกรับ", "ยกเลิกบริการ", "ยกเลิกสมาชิก", "ยกเลิกการรับ",
            "หยุดส่งข้อความ", "หยุดรับข้อความ", "เลิกส่งข้อความ", "เลิกรับข้อความ", "ยกเลิกข้อความ", "ยกเลิกรับข้อความ", "ยกเลิกการแจ้งเตือน",
            "ไม่รับ", "ไม่รับข้อความ", "ไม่ต้องส่ง", "ไม่ต้องส่งมา", "ไม่ต้องส่งแล้ว", "ไม่ต้องการ", "พอแล้ว", "ถอนความยินยอม", "หยุต", "ยกเลีก", "สต็อป", "สตอป",
        ]),
        ("en",
        [
            "stop", "stopall", "stopsms", "stopit", "stopsending", "stopmessages", "unsubscribe", "unsub", "cancel", "end", "quit", "optout",
            "nomore", "leave", "revoke",
        ]),
        ("lo", ["ຢຸດ", "ຢຸດສົ່ງ", "ຢຸດຮັບ", "ຍົກເລີກ", "ເຊົາ", "ເລີກ", "ບໍ່ຮັບ"]),
        ("my", ["ရပ်", "ရပ်ပါ", "ရပ်တန့်", "ရပ်တန့်ပါ", "ရပ်ရန်", "ပယ်ဖျက်", "ပယ်ဖျက်ပါ", "မပို့ပါနှင့်", "မပို့နဲ့", "ရပ္", "ရပ္ပါ"]),
        ("km", ["ឈប់", "បញ្ឈប់", "ឈប់ផ្ញើ", "បោះបង់", "លុបចោល", "កុំផ្ញើ", "ផ្អាក"]),
        ("ms", ["berhenti", "henti", "hentikan", "batal", "batalkan", "tamat", "keluar", "jangan hantar"]),
    ];

    private static readonly string[] PoliteBefore = ["ขอ", "กรุณา", "โปรด", "ช่วย", "please", "pls", "sila", "tolong", "សូម", "ກະລຸນາ"];

    private static readonly string[] PoliteAfter =
        ["ครับ", "คับ", "ครับผม", "ค่ะ", "คะ", "จ้ะ", "จ้า", "ด้วย", "แล้ว", "นะ", "please", "pls", "now", "all", "ແດ່", "ທີ"];

    private static readonly Dictionary<string, string> ByWord = Lists
        .SelectMany(list => list.Words.Select(word => (Word: Plain(word), list.Language)))
        .DistinctBy(entry => entry.Word)
        .ToDictionary(entry => entry.Word, entry => entry.Language);

    private static readonly string[] Before = [.. PoliteBefore.Select(Plain)];
    private static readonly string[] After = [.. PoliteAfter.Select(Plain)];

    /// <summary>The language of the word, <c>th</c>, <c>en</c>, <c>lo</c>, <c>my</c>, <c>km</c> or <c>ms</c>; null when the text is no STOP.</summary>
    public static string? LanguageOf(string text)
    {
        if (text.Length > LengthMax)
        {
            return null;
        }

        string plain = Plain(text);
        return Find(plain) ?? Find(WithoutPoliteness(plain));
    }

    private static string? Find(string plain) => ByWord.TryGetValue(plain, out string? language) ? language : null;

    private static string WithoutPoliteness(string plain)
    {
        string rest = Before.FirstOrDefault(word => plain.StartsWith(word, StringComparison.Ordinal)) is { } before ? plain[before.Length..] : plain;

        // "ด้วยนะครับ" is three endings.
        for (int ending = 0; ending < 3; ending++)
        {
            if (After.FirstOrDefault(word => rest.EndsWith(word, StringComparison.Ordinal)) is not { } after)
            {
                break;
            }

            rest = rest[..^after.Length];
        }

        return rest;
    }

    // Letters and vowel signs only, in lower case: no blanks, signs, invisible characters, emoji or tone marks, no mark twice in a row.
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Rune letter = Rune.ToLowerInvariant(Narrow(rune));
            bool isMark = Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            bool isRepeated = isMark && plain.Length > 0 && plain[^1] == letter.Value;
            if ((Rune.IsLetter(letter) || isMark) && !IsTone(letter.Value) && !isRepeated && letter.Value != CombiningGraphemeJoiner)
            {
                plain.Append(letter.ToString());
            }
        }

        return plain.Replace("\u0E4D\u0E32", "\u0E33").ToString();
    }

    // The wide forms of Latin letters, which some keyboards write.
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    // Thai mai ek to mai chattawa and thanthakhat, Lao mai ek to mai catawa, Burmese aukmyit and visarga, the joiners among the marks.
    private static bool IsTone(int value) =>
        value is (>= 0x0E47 and <= 0x0E4C) or (>= 0x0EC8 and <= 0x0ECC) or 0x1037 or 0x1038 or (>= 0xFE00 and <= 0xFE0F);
}
