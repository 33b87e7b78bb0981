namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>
/// Whether a text is a call for help. In doubt it is: an officer's minute is worth less than a person on a roof. Only the bare word
/// "help", which also asks how this is used, and a plain refusal of help are not.
/// </summary>
internal static class Distress
{
    // Found anywhere in a text, spaces or not.
    private static readonly string[] Thai = KeywordTable.Skeletons(
        "ช่วยด้วย", "ช่วยเหลือ", "ช่วยชีวิต", "ช่วยผม", "ช่วยหนู", "ช่วยเรา", "ช่วยพวกเรา", "ช่วยที", "ช่วยด่วน", "ฉุกเฉิน", "กู้ภัย", "กู้ชีพ", "ติดอยู่บน", "ติดอยู่ใน",
        "ติดบนหลังคา", "อยู่บนหลังคา", "ติดน้ำท่วม", "ติดเกาะ", "จมน้ำ", "ขอเรือ", "ต้องการเรือ", "อพยพไม่ได้", "ออกไม่ได้", "ออกมาไม่ได้", "ขออาหาร", "ขอข้าวกล่อง",
        "ขอน้ำดื่ม", "ขาดน้ำดื่ม", "ขาดอาหาร", "ไม่มีข้าวกิน", "ไม่มีน้ำกิน", "เอสโอเอส", "มีคนเจ็บ", "ผู้ป่วยติดเตียง", "ไฟไหม้บ้าน", "ดินถล่มทับ");

    private static readonly string[] ThaiRefusals = KeywordTable.Skeletons(
        "ไม่ต้องช่วย", "ไม่ต้องการความช่วยเหลือ", "ไม่ขอความช่วยเหลือ", "ไม่ต้องการช่วยเหลือ", "ไม่ฉุกเฉิน", "เบอร์ฉุกเฉิน", "เบอร์กู้ภัย", "เบอร์โทรฉุกเฉิน");

    // "ช่วย" before one of these asks politely for something else.
    private static readonly string[] PoliteVerbs = KeywordTable.Skeletons(
        "บอก", "ดู", "เช็ค", "เช็ก", "แจ้ง", "ส่ง", "ตอบ", "สมัคร", "ลงทะเบียน", "ยกเลิก", "หยุด", "เลิก", "อธิบาย", "สอน", "แนะนำ", "เตือน", "รายงาน", "พยากรณ์", "หา", "ค้น", "ขอ", "อัพเดท",
        "อัปเดต", "ให้");

    private static readonly string Help = KeywordTable.Skeletons("ช่วย")[0];
    private static readonly string HelpUs = KeywordTable.Skeletons("ช่วยด้วย")[0];

    private static readonly HashSet<string> EnglishAlone = KeywordTable.Skeletons(
        "sos", "mayday", "rescue", "trapped", "drowning", "emergency", "evacuate", "stranded").ToHashSet(StringComparer.Ordinal);

    private static readonly string[] EnglishRefusals = ["no help", "not need", "dont need", "don t need", "no need", "emergency number", "no emergency"];

    // Beside "help" these ask about the service, not for a boat.
    private static readonly Intent[] Topics = [Intent.Usage, Intent.Air, Intent.Rain, Intent.Price, Intent.Forecast, Intent.Register];

    /// <summary>Whether it is one.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="words">Its words as they are compared.</param>
    public static bool IsCalled(string folded, IReadOnlyList<string> words)
    {
        string bare = TextFold.Skeleton(folded.Replace(" ", string.Empty, StringComparison.Ordinal));
        if (ThaiRefusals.Any(refusal => bare.Contains(refusal, StringComparison.Ordinal)))
        {
            return false;
        }

        bool isThai = Thai.Any(call => bare.Contains(call, StringComparison.Ordinal) && !IsPolite(bare, call)) || HasSlip(bare) || BeginsWithHelp(bare);
        return isThai || IsEnglish(folded, words);
    }

    private static bool IsPolite(string bare, string call) =>
        call.StartsWith(Help, StringComparison.Ordinal)
        && PoliteVerbs.Any(verb => bare.StartsWith(Help + verb, StringComparison.Ordinal) && !bare.StartsWith(call, StringComparison.Ordinal));

    private static bool BeginsWithHelp(string bare) =>
        bare.StartsWith(Help, StringComparison.Ordinal)
        && !PoliteVerbs.Any(verb => bare.StartsWith(Help + verb, StringComparison.Ordinal));

    private static bool HasSlip(string bare)
    {
        for (int at = bare.IndexOf(HelpUs[0], StringComparison.Ordinal); at >= 0; at = bare.IndexOf(HelpUs[0], at + 1))
        {
            for (int length = HelpUs.Length - 1; length <= HelpUs.Length + 1; length++)
            {
                if (at + length <= bare.Length && Spelling.IsOneSlip(bare.AsSpan(at, length), HelpUs))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsEnglish(string folded, IReadOnlyList<string> words)
    {
        if (EnglishRefusals.Any(refusal => folded.Contains(refusal, StringComparison.Ordinal)))
        {
            return false;
        }

        if (words.Any(EnglishAlone.Contains))
        {
            return true;
        }

        bool isHelp = words.Any(word => word is "help" or "helpme" or "helpus");
        bool isTopic = words.Any(word => word is "how" or "use") || words.Any(word => word != "help"
            && KeywordTable.All.Any(keyword => keyword.Skeleton == word && Topics.Contains(keyword.Intent)));
        return isHelp && !isTopic && !(words.Count == 1 && words[0] == "help");
    }
}
