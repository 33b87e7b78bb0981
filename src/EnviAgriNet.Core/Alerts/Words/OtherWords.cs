using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>Words that are true of any hazard, for one that has none of its own.</summary>
internal static class OtherWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Monitor", "Expected", "Moderate", "Observed"),
        new(
            "เฝ้าระวังภัย",
            "{place}: เฝ้าระวังภัย",
            "ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ค่าที่วัดได้เกินระดับปกติ อาจเกิดอันตราย",
            "ติดตามประกาศและทำตามคำแนะนำของผู้นำชุมชน",
            "ติดตามประกาศ {place} {short}",
            "ติดตามประกาศ ทำตามผู้นำชุมชน"),
        new(
            "Hazard watch",
            "{place}: a hazard may come",
            "Measured at {place}: {values} (measured {at}, since {since}).",
            "What was measured is beyond the usual; there may be danger.",
            "Follow the news and what your village head says.",
            "Follow the news {place} {short}",
            "Follow the news and your village head"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Prepare", "Immediate", "Severe", "Observed"),
        new(
            "ภัยรุนแรง",
            "{place}: ภัยรุนแรง",
            "ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ค่าที่วัดได้ถึงระดับอันตราย",
            "อยู่ในที่ปลอดภัย ทำตามคำแนะนำของผู้นำชุมชน ขอความช่วยเหลือโทร {number}",
            "อยู่ในที่ปลอดภัย! {place} {short}",
            "อยู่ในที่ปลอดภัย ทำตามผู้นำชุมชน"),
        new(
            "Severe hazard",
            "{place}: severe hazard",
            "Measured at {place}: {values} (measured {at}, since {since}).",
            "What was measured is dangerous.",
            "Stay in a safe place and do what your village head says. For help call {number}.",
            "Stay safe! {place} {short}",
            "Stay safe, do what your village head says"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "สถานการณ์กลับสู่ปกติ",
            "{place}: สิ้นสุดการเตือนภัย",
            "ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ติดตามประกาศต่อไป",
            "สิ้นสุดการเตือนภัย {place} {short}",
            "ติดตามประกาศต่อไป"),
        new(
            "The hazard is over",
            "{place}: warning is over",
            "Measured at {place}: {values} (measured {at}).",
            "",
            "Keep following the news.",
            "Warning over {place} {short}",
            "Keep following the news"));

    /// <summary>The words for a hazard, without a code of its own.</summary>
    public static HazardWords Of(HazardKind hazard) => new(
        hazard, new Place("ภัย", "hazard"), "Other", "OET-000", Moderate, Severe, Over);
}
