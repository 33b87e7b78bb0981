namespace EnviAgriNet.Cloud.Cases;

/// <summary>What can be complained about.</summary>
internal static class ComplaintKinds
{
    /// <summary>What fits none of the others.</summary>
    public const string Other = "other";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = ["smoke", "odour", "wastewater", "noise", "garbage", Other];

    /// <summary>A kind as people call it.</summary>
    public static string Name(string kind, bool isThai) => (kind, isThai) switch
    {
        ("smoke", true) => "ควัน/เผา",
        ("odour", true) => "กลิ่นเหม็น",
        ("wastewater", true) => "น้ำเสีย",
        ("noise", true) => "เสียงดัง",
        ("garbage", true) => "ขยะ",
        ("help", true) => "ขอความช่วยเหลือ",
        (_, true) => "อื่น ๆ",
        ("smoke", _) => "smoke, burning",
        ("odour", _) => "bad smell",
        ("wastewater", _) => "waste water",
        ("noise", _) => "noise",
        ("garbage", _) => "garbage",
        ("help", _) => "help needed",
        _ => "other",
    };
}
