using EnviAgriNet.Cloud.Cases;

namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>What a complaint is about, and which phrases are one without being called so.</summary>
internal static class ComplaintWords
{
    private static readonly (string Kind, string[] Words)[] Kinds =
    [
        ("wastewater", KeywordTable.Skeletons("น้ำเสีย", "น้ำเน่า", "น้ำทิ้ง", "wastewater", "waste water", "sewage", "dirty water")),
        ("odour", KeywordTable.Skeletons("กลิ่น", "เหม็น", "smell", "odour", "odor", "stink")),
        ("noise", KeywordTable.Skeletons("เสียงดัง", "เสียงรบกวน", "หนวกหู", "noise", "noisy", "loud")),
        ("smoke", KeywordTable.Skeletons("ควัน", "เผา", "ฝุ่น", "เขม่า", "smoke", "burn", "fumes", "dust")),
        ("garbage", KeywordTable.Skeletons("ขยะ", "garbage", "trash", "rubbish", "dumping", "litter")),
    ];

    private static readonly string[] Plain = KeywordTable.Skeletons(
        "เผาขยะ", "เผาป่า", "เผาไร่", "เผาอ้อย", "เผานา", "เผาตอซัง", "เผาหญ้า", "ลักลอบเผา", "กลิ่นเหม็น", "เหม็นมาก", "น้ำเสีย", "น้ำเน่า", "เสียงดัง", "ทิ้งขยะ", "ขยะล้น", "ควันดำ", "ควันพิษ",
        "wastewater", "waste water", "bad smell", "burning garbage", "burning trash", "burning field", "illegal dumping", "loud noise", "black smoke");

    /// <summary>Whether the folded text says so plainly that it needs no "I complain".</summary>
    public static bool IsPlain(string folded) => Plain.Any(phrase => Bare(folded, phrase).Contains(phrase, StringComparison.Ordinal));

    /// <summary>What it is about; <c>other</c> when that cannot be told.</summary>
    public static string KindOf(string text)
    {
        string folded = TextFold.Fold(text);
        return Array.Find(Kinds, kind => kind.Words.Any(word => Bare(folded, word).Contains(word, StringComparison.Ordinal))).Kind ?? ComplaintKinds.Other;
    }

    // Thai has its spaces anywhere; English needs them.
    private static string Bare(string folded, string phrase) => TextFold.Skeleton(
        TextFold.IsThai(phrase[0]) ? folded.Replace(" ", string.Empty, StringComparison.Ordinal) : folded);
}
