using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for extreme heat.</summary>
internal static class ExtremeHeatWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Avoid", "Expected", "Moderate", "Observed"),
        new(
            "อากาศร้อนจัด",
            "{place}: อากาศร้อนจัด ระวังโรคลมแดด",
            "อากาศร้อนจัด ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ผู้ที่อยู่กลางแดดหรือออกแรงนานอาจเป็นตะคริว เพลียแดด หรือเป็นลม ผู้สูงอายุ เด็กเล็ก หญิงตั้งครรภ์ และผู้มีโรคประจำตัวเสี่ยงกว่าคนอื่น",
            "ดื่มน้ำบ่อย ๆ แม้ไม่กระหาย พักในที่ร่มช่วง 11.00-15.00 น. งดเครื่องดื่มแอลกอฮอล์ อย่าทิ้งเด็กหรือสัตว์เลี้ยงไว้ในรถ ให้น้ำและร่มเงาแก่สัตว์",
            "ดื่มน้ำ พักในร่ม {place} {short}",
            "ดื่มน้ำบ่อย ๆ พักในร่ม 11.00-15.00 น."),
        new(
            "Extreme heat",
            "{place}: very hot, beware of heat stroke",
            "It is very hot. Measured at {place}: {values} (measured {at}, since {since}).",
            "In the sun or at hard work you may get cramps, exhaustion or faint. Older people, small children, pregnant women and the sick are most at risk.",
            "Drink often, even without thirst. Rest in the shade from 11:00 to 15:00. No alcohol. Never leave children or animals in a car. Give animals water and shade.",
            "Drink, rest in shade {place} {short}",
            "Drink often, rest in shade 11:00-15:00"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Shelter", "Immediate", "Severe", "Observed"),
        new(
            "อากาศร้อนอันตราย",
            "{place}: ร้อนอันตราย งดออกแดด",
            "อากาศร้อนถึงระดับอันตราย ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "เสี่ยงเป็นโรคลมแดด (ฮีทสโตรก) ซึ่งทำให้เสียชีวิตได้ แม้คนแข็งแรงที่ทำงานกลางแจ้ง",
            "หยุดงานกลางแจ้งและเข้าที่ร่มหรือที่เย็นทันที ดื่มน้ำ เช็ดตัวด้วยน้ำ ดูแลผู้สูงอายุและผู้ป่วยที่อยู่คนเดียว หากตัวร้อนจัด ซึม สับสน หรือหมดสติ ให้รีบลดความร้อนของร่างกายและโทร 1669",
            "หยุดงานกลางแดด! {place} {short}",
            "หยุดงานกลางแดด เข้าที่เย็น ดื่มน้ำ เช็ดตัว"),
        new(
            "Dangerous heat",
            "{place}: dangerous heat, stay out of the sun",
            "The heat is dangerous. Measured at {place}: {values} (measured {at}, since {since}).",
            "Heat stroke can kill, even strong people who work outdoors.",
            "Stop work outdoors and go into the shade or a cool room now. Drink, and cool the skin with water. Look after old and sick people who live alone. If somebody is very hot, drowsy, confused or unconscious, cool them and call 1669.",
            "Stop work in sun! {place} {short}",
            "Stop work in the sun, drink and cool down"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ความร้อนลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนอากาศร้อน",
            "ความร้อนลดลงแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ทำงานกลางแจ้งได้โดยพักและดื่มน้ำบ่อย ๆ ดูแลผู้ที่ยังอ่อนเพลียต่อไป",
            "สิ้นสุดการเตือนอากาศร้อน {place} {short}",
            "ทำงานได้ พักและดื่มน้ำบ่อย ๆ"),
        new(
            "The heat is over",
            "{place}: heat warning is over",
            "The heat has gone down. Measured at {place}: {values} (measured {at}).",
            "",
            "Work outdoors is possible with rests and water. Keep an eye on whoever is still weak.",
            "Heat warning over {place} {short}",
            "Work with rests and water"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.ExtremeHeat, new Place("อากาศร้อนจัด", "extreme heat"), "Met", "OET-098", Moderate, Severe, Over);
}
