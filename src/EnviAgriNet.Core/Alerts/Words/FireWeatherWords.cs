using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for weather in which fire spreads. The event terms have none for it; that of the fire itself is taken, unconfirmed.</summary>
internal static class FireWeatherWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Possible"),
        new(
            "เฝ้าระวังไฟป่า",
            "{place}: อากาศแห้งและร้อน ไฟลามง่าย",
            "อากาศแห้งและร้อน ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ไฟที่จุดไว้อาจลามเข้าป่า ไร่ และบ้านได้ง่าย",
            "งดเผาทุกชนิด อย่าทิ้งก้นบุหรี่ ทำแนวกันไฟรอบบ้านและสวน เตรียมน้ำและอุปกรณ์ดับไฟ พบไฟให้แจ้งผู้ใหญ่บ้านหรือโทร {number}",
            "งดเผาทุกชนิด {place} ไฟลามง่าย {short}",
            "งดเผา ทำแนวกันไฟ พบไฟให้แจ้งทันที"),
        new(
            "Fire weather watch",
            "{place}: dry and hot, fire spreads easily",
            "The air is dry and hot. Measured at {place}: {values} (measured {at}, since {since}).",
            "A fire may easily spread to forest, fields and houses.",
            "Do not burn anything. Do not throw away cigarettes. Clear a strip around house and garden. Have water and tools ready. Report a fire to the village head or on {number}.",
            "Do not burn {place} {short}",
            "Do not burn, clear a strip, report fires"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Avoid", "Expected", "Severe", "Possible"),
        new(
            "เสี่ยงไฟป่ารุนแรง",
            "{place}: เสี่ยงไฟป่ารุนแรง ห้ามจุดไฟ",
            "อากาศแห้งและร้อนมาก ไฟป่าอาจลุกลามรุนแรง ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ไฟลามเร็วมากและดับยาก ควันไฟเป็นอันตรายต่อทางเดินหายใจ",
            "ห้ามจุดไฟกลางแจ้งเด็ดขาด เก็บเชื้อไฟรอบบ้าน เตรียมพร้อมอพยพ เห็นไฟหรือควันให้แจ้ง {number} หรือ 199 ทันที และออกจากด้านใต้ลม",
            "ห้ามจุดไฟ! {place} เสี่ยงไฟป่าสูง {short}",
            "ห้ามจุดไฟ เก็บเชื้อไฟ เตรียมอพยพ"),
        new(
            "Severe fire weather",
            "{place}: high fire danger, light no fire",
            "The air is very dry and hot; a fire may grow out of control. Measured at {place}: {values} (measured {at}, since {since}).",
            "Fire runs fast and is hard to put out. Smoke harms the lungs.",
            "Light no fire outdoors. Clear what burns around the house. Be ready to leave. If you see fire or smoke call {number} or 199 at once and get out of its downwind side.",
            "Light NO fire! {place} {short}",
            "Light no fire, be ready to leave"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ความเสี่ยงไฟป่าลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนไฟป่า",
            "อากาศชื้นขึ้นแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ยังควรงดเผา และดับถ่านไฟให้สนิททุกครั้ง",
            "สิ้นสุดการเตือนไฟป่า {place} {short}",
            "ยังควรงดเผา ดับถ่านให้สนิท"),
        new(
            "The fire danger is lower",
            "{place}: fire warning is over",
            "The air is moister. Measured at {place}: {values} (measured {at}).",
            "",
            "Still do not burn, and put out every ember.",
            "Fire warning over {place} {short}",
            "Still do not burn, put out embers"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.FireWeather, new Place("เสี่ยงไฟป่า", "fire weather"), "Fire", "OET-217", Moderate, Severe, Over);
}
