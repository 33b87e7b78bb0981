using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for haze: with the mean of PM2.5 and its index, or with whatever else was measured.</summary>
internal static class HazeWords
{
    private static readonly AlertCase ByIndexModerate = new(
        new AlertCodes("Avoid", "Expected", "Moderate", "Observed"),
        new(
            "ฝุ่นละออง PM2.5 เกินมาตรฐาน",
            "{place}: ฝุ่น PM2.5 เริ่มมีผลกระทบต่อสุขภาพ",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} เท่ากับ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ผู้สูงอายุ เด็ก หญิงตั้งครรภ์ และผู้มีโรคทางเดินหายใจหรือหัวใจอาจมีอาการไอ หายใจลำบาก หรือระคายเคืองตา",
            "ลดเวลาทำกิจกรรมกลางแจ้ง สวมหน้ากาก N95 เมื่ออยู่กลางแจ้ง งดการเผา กลุ่มเสี่ยงควรอยู่ในอาคารและเตรียมยาประจำตัวให้พร้อม",
            "{place}: PM2.5 {value} มคก. มีผลต่อสุขภาพ สวมหน้ากาก",
            "สวมหน้ากาก N95 งดเผา ลดเวลาอยู่กลางแจ้ง"),
        new(
            "PM2.5 above the standard",
            "{place}: PM2.5 starts to affect health",
            "The 24-hour mean of PM2.5 at {place} is {value} ug/m3, Thai air quality index {index} (measured {at}, since {since}).",
            "Older people, children, pregnant women and people with heart or lung disease may cough or find it hard to breathe.",
            "Spend less time outdoors and wear an N95 mask there. Do not burn anything. People at risk: stay indoors and keep your medicine at hand.",
            "{place}: PM2.5 {value}, unhealthy. Wear a mask outdoors",
            "Wear an N95 mask, do not burn, stay out less"));

    private static readonly AlertCase ByIndexSevere = new(
        new AlertCodes("Shelter", "Immediate", "Severe", "Observed"),
        new(
            "ฝุ่นละออง PM2.5 ระดับอันตราย",
            "{place}: ฝุ่น PM2.5 มีผลกระทบต่อสุขภาพ",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} เท่ากับ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ทุกคนอาจมีอาการทางเดินหายใจและดวงตา กลุ่มเสี่ยงอาจมีอาการรุนแรง",
            "งดกิจกรรมกลางแจ้ง อยู่ในอาคารและปิดประตูหน้าต่าง สวมหน้ากาก N95 หากจำเป็นต้องออกนอกอาคาร งดการเผา หากแน่นหน้าอกหรือหายใจลำบากให้พบแพทย์หรือโทร 1669",
            "{place}: PM2.5 {value} มคก. อันตราย งดออกจากอาคาร",
            "อยู่ในอาคาร ปิดหน้าต่าง ออกนอกบ้านสวม N95"),
        new(
            "PM2.5 at a dangerous level",
            "{place}: PM2.5 affects everybody's health",
            "The 24-hour mean of PM2.5 at {place} is {value} ug/m3, Thai air quality index {index} (measured {at}, since {since}).",
            "Everybody may have trouble with breathing and eyes; people at risk may fall seriously ill.",
            "Stay indoors with doors and windows shut. Wear an N95 mask if you must go out. Do not burn anything. With chest pain or trouble breathing see a doctor or call 1669.",
            "{place}: PM2.5 {value} DANGEROUS. Stay indoors, shut windows",
            "Stay in, shut windows, wear N95 outside"));

    private static readonly AlertCase ByIndexOver = new(
        AlertCodes.Over,
        new(
            "ฝุ่นละออง PM2.5 ลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนฝุ่น PM2.5",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} ลดลงเหลือ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at})",
            "",
            "ทำกิจกรรมกลางแจ้งได้ตามปกติ กลุ่มเสี่ยงควรติดตามค่าฝุ่นต่อไป",
            "{place}: PM2.5 ลดเหลือ {value} มคก. สิ้นสุดการเตือน",
            "ออกกลางแจ้งได้ กลุ่มเสี่ยงติดตามค่าฝุ่น"),
        new(
            "PM2.5 has fallen",
            "{place}: PM2.5 warning is over",
            "The 24-hour mean of PM2.5 at {place} has fallen to {value} ug/m3, Thai air quality index {index} (measured {at}).",
            "",
            "Outdoor activities are possible again. People at risk should keep watching the values.",
            "{place}: PM2.5 down to {value}. Warning over",
            "Outdoor activity is possible again"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.Haze,
        new Place("ฝุ่นละออง", "haze"),
        "Health",
        "OET-004",
        Measured(
            ByIndexModerate, "{place}: ฝุ่นละอองเริ่มมีผลกระทบต่อสุขภาพ", "{place}: {short} มีผลต่อสุขภาพ สวมหน้ากาก",
            "{place}: the air starts to affect health", "{place}: {short}, unhealthy. Wear a mask"),
        Measured(
            ByIndexSevere, "{place}: ฝุ่นละอองมีผลกระทบต่อสุขภาพ", "{place}: {short} อันตราย งดออกจากอาคาร",
            "{place}: the air affects everybody's health", "{place}: {short} DANGEROUS. Stay indoors"),
        Measured(
            ByIndexOver, "{place}: สิ้นสุดการเตือนฝุ่นละออง", "{place}: {short} สิ้นสุดการเตือนฝุ่น",
            "{place}: haze warning is over", "{place}: {short}. Haze warning over"))
    {
        Closer = new Dictionary<string, AlertCase>
        {
            ["moderate-index"] = ByIndexModerate,
            ["severe-index"] = ByIndexSevere,
            ["over-index"] = ByIndexOver,
        },
        CloserFor = (level, evidence) => evidence is not HazeEvidence ? null : level switch
        {
            HazardLevel.None => "over-index",
            HazardLevel.Moderate => "moderate-index",
            _ => "severe-index",
        },
    };

    private static AlertCase Measured(AlertCase like, string headlineTh, string smsTh, string headlineEn, string smsEn) => like with
    {
        Thai = like.Thai with
        {
            EventName = like.Thai.EventName.Replace(" PM2.5", string.Empty, StringComparison.Ordinal),
            Headline = headlineTh,
            Happening = "ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            Sms = smsTh,
        },
        English = like.English with
        {
            EventName = like.English.EventName.Replace("PM2.5", "Dust", StringComparison.Ordinal),
            Headline = headlineEn,
            Happening = "Measured at {place}: {values} (measured {at}, since {since}).",
            Sms = smsEn,
        },
    };
}
