using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for river floods: with the level against the bank, or with whatever else was measured.</summary>
internal static class RiverFloodWords
{
    private static readonly AlertCase AtBankModerate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Likely"),
        new(
            "เฝ้าระวังน้ำล้นตลิ่ง",
            "{place}: น้ำในแม่น้ำสูง เฝ้าระวังน้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ ต่ำกว่าตลิ่ง {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำอาจล้นตลิ่งท่วมบ้านเรือนและพื้นที่เกษตรริมน้ำ",
            "ยกของมีค่า เครื่องใช้ไฟฟ้า และปุ๋ยขึ้นที่สูง ย้ายสัตว์เลี้ยงและเครื่องจักรออกจากริมน้ำ เตรียมยาและเอกสารสำคัญ ติดตามประกาศ",
            "{place}: น้ำ {percent}% ของตลิ่ง ยกของขึ้นที่สูง",
            "ยกของขึ้นที่สูง ย้ายสัตว์ เตรียมยาและเอกสาร"),
        new(
            "River flood watch",
            "{place}: high river, it may flood",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m below the bank. {rise} (measured {at}, since {since}).",
            "The river may flood houses and fields beside it.",
            "Move valuables, electrical goods and fertiliser up. Move animals and machines away from the river. Have medicine and papers ready. Follow the news.",
            "{place}: river {percent}% of bank. Move goods up",
            "Move goods and animals up, pack medicine"));

    private static readonly AlertCase Soon = new(
        new AlertCodes("Evacuate", "Expected", "Severe", "Likely", IsSiren: true),
        new(
            "น้ำกำลังจะล้นตลิ่ง",
            "{place}: น้ำจะถึงตลิ่งใน {hours} ชั่วโมง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ ต่ำกว่าตลิ่ง {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำจะล้นตลิ่งและท่วมพื้นที่ริมน้ำภายในไม่กี่ชั่วโมง กระแสน้ำแรงอาจเป็นอันตรายถึงชีวิต",
            "ออกจากพื้นที่ริมน้ำและไปที่สูงทันที ตัดไฟฟ้า อย่าเดินหรือขับรถผ่านน้ำไหล ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร {number}",
            "{place}: น้ำจะล้นตลิ่งใน {hours} ชม. ไปที่สูงทันที",
            "ตัดไฟ อย่าลุยน้ำไหล พาเด็กและผู้สูงอายุไปด้วย"),
        new(
            "River flood expected",
            "{place}: river at its bank in {hours} hours",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m below the bank. {rise} (measured {at}, since {since}).",
            "The river will flood the land beside it within hours. Strong currents can kill.",
            "Leave the riverside and go to high ground now. Switch off the power. Never walk or drive through flowing water. Help children, the old and the sick. For help call {number}.",
            "{place}: FLOOD in {hours} h. Go to high ground now",
            "Cut power, keep out of flowing water"));

    private static readonly AlertCase AtBankSevere = new(
        new AlertCodes("Evacuate", "Immediate", "Severe", "Observed", IsSiren: true),
        new(
            "น้ำล้นตลิ่ง",
            "{place}: น้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ {side} {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำท่วมพื้นที่ริมน้ำ กระแสน้ำแรงอาจเป็นอันตรายถึงชีวิต",
            "ออกจากพื้นที่ริมน้ำและไปที่สูงทันที ตัดไฟฟ้า อย่าเดินหรือขับรถผ่านน้ำไหล ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร {number}",
            "ด่วน {place}: น้ำ {percent}% ของตลิ่ง ไปที่สูงทันที",
            "ตัดไฟ อย่าลุยน้ำไหล พาเด็กและผู้สูงอายุไปด้วย"),
        new(
            "River flood",
            "{place}: the river floods",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m {side} the bank. {rise} (measured {at}, since {since}).",
            "The land beside the river is flooded. Strong currents can kill.",
            "Leave the riverside and go to high ground now. Switch off the power. Never walk or drive through flowing water. Help children, the old and the sick. For help call {number}.",
            "FLOOD {place}: river {percent}%. Go to high ground now",
            "Cut power, keep out of flowing water"));

    private static readonly AlertCase AtBankOver = new(
        AlertCodes.Over,
        new(
            "ระดับน้ำลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนน้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} ลดลงเหลือ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ (วัดเมื่อ {at})",
            "",
            "กลับเข้าพื้นที่ด้วยความระมัดระวัง ตรวจสอบระบบไฟฟ้าก่อนใช้งาน ระวังสัตว์มีพิษและพื้นที่ลื่น",
            "{place}: น้ำลดเหลือ {percent}% ของตลิ่ง สิ้นสุดการเตือน",
            "กลับอย่างระวัง ตรวจไฟฟ้าก่อนใช้ ระวังงู"),
        new(
            "The river has fallen",
            "{place}: flood warning is over",
            "The river at {place} has fallen to {level} m, {percent}% of its bed (measured {at}).",
            "",
            "Go back with care. Check the electricity before you use it. Watch out for snakes and slippery ground.",
            "{place}: river down to {percent}%. Warning over",
            "Go back with care, check power, mind snakes"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.RiverFlood,
        new Place("น้ำล้นตลิ่ง", "river flood"),
        "Met",
        "OET-081",
        Measured(
            AtBankModerate, "{place}: น้ำในแม่น้ำสูง เฝ้าระวังน้ำล้นตลิ่ง", "{place}: {short} ยกของขึ้นที่สูง",
            "{place}: high river, it may flood", "{place}: {short}. Move goods up"),
        Measured(
            AtBankSevere, "{place}: น้ำล้นตลิ่งหรือกำลังจะล้น", "ด่วน {place}: {short} ไปที่สูงทันที",
            "{place}: the river floods or is about to", "FLOOD {place}: {short}. Go uphill now"),
        Measured(
            AtBankOver, "{place}: สิ้นสุดการเตือนน้ำล้นตลิ่ง", "{place}: {short} สิ้นสุดการเตือนน้ำล้น",
            "{place}: flood warning is over", "{place}: {short}. Flood warning over"))
    {
        Closer = new Dictionary<string, AlertCase>
        {
            ["moderate-bank"] = AtBankModerate,
            ["severe-soon"] = Soon,
            ["severe-bank"] = AtBankSevere,
            ["over-bank"] = AtBankOver,
        },
        CloserFor = (level, evidence) => (level, evidence) switch
        {
            (HazardLevel.None, RiverEvidence) => "over-bank",
            (HazardLevel.Moderate, RiverEvidence) => "moderate-bank",
            (_, RiverEvidence { HoursToBank: not null }) => "severe-soon",
            (_, RiverEvidence) => "severe-bank",
            _ => null,
        },
    };

    private static AlertCase Measured(AlertCase like, string headlineTh, string smsTh, string headlineEn, string smsEn) => like with
    {
        Thai = like.Thai with { Headline = headlineTh, Happening = "ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})", Sms = smsTh },
        English = like.English with { Headline = headlineEn, Happening = "Measured at {place}: {values} (measured {at}, since {since}).", Sms = smsEn },
    };
}
