using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for cold.</summary>
internal static class ColdWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Observed"),
        new(
            "อากาศหนาว",
            "{place}: อากาศหนาว รักษาร่างกายให้อบอุ่น",
            "อากาศหนาว ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ผู้สูงอายุ เด็กเล็ก และผู้มีโรคประจำตัวอาจป่วยได้ง่าย พืชผักและสัตว์เลี้ยงอาจได้รับความเสียหาย",
            "สวมเสื้อผ้าหนา ห่มผ้าให้อบอุ่น ดื่มน้ำอุ่น ดูแลผู้สูงอายุและเด็ก คลุมแปลงผักและต้นกล้า กันลมให้คอกสัตว์ ระวังไฟไหม้จากการผิงไฟ",
            "ห่มผ้าให้อุ่น คลุมผัก {place} หนาว {short}",
            "ห่มผ้าให้อุ่น ดูแลผู้สูงอายุและเด็ก ระวังไฟ"),
        new(
            "Cold",
            "{place}: cold, keep warm",
            "It is cold. Measured at {place}: {values} (measured {at}, since {since}).",
            "Older people, small children and the sick fall ill easily. Vegetables and animals may suffer.",
            "Dress warmly, use blankets, drink warm water. Look after old people and children. Cover vegetables and seedlings, shelter animals from the wind. Take care with open fires.",
            "Keep warm {place} cold, {short}",
            "Keep warm, care for old and young, mind fires"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Shelter", "Immediate", "Severe", "Observed"),
        new(
            "อากาศหนาวจัด",
            "{place}: หนาวจัด อันตรายถึงชีวิต",
            "อากาศหนาวจัด ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ร่างกายอาจเสียความร้อนจนเสียชีวิตได้ โดยเฉพาะผู้สูงอายุ เด็กเล็ก และผู้ดื่มสุรา พืชผลและสัตว์อาจตาย",
            "อยู่ในที่อบอุ่นและกันลม สวมเสื้อผ้าหลายชั้น ห่มผ้า ดื่มน้ำอุ่น งดดื่มสุราแก้หนาว อย่าผิงไฟหรือใช้เตาในห้องปิด ดูแลผู้สูงอายุที่อยู่คนเดียว ย้ายสัตว์เข้าคอก หากตัวเย็นหรือซึมให้โทร 1669",
            "อยู่ในที่อุ่น งดเหล้า {place} หนาวจัด {short}",
            "อยู่ในที่อุ่น งดเหล้า อย่าก่อไฟในห้องปิด"),
        new(
            "Severe cold",
            "{place}: severe cold, danger to life",
            "It is very cold. Measured at {place}: {values} (measured {at}, since {since}).",
            "The body can lose so much heat that people die, above all the old, small children and who drinks alcohol. Crops and animals may die.",
            "Stay warm and out of the wind, wear several layers, use blankets, drink warm water. No alcohol against the cold. No open fire or stove in a closed room. Look after old people who live alone. Bring animals in. If somebody is cold and drowsy call 1669.",
            "Stay warm, no alcohol {place} {short}",
            "Stay warm, no alcohol, no fire in closed rooms"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "อากาศอุ่นขึ้นแล้ว",
            "{place}: สิ้นสุดการเตือนอากาศหนาว",
            "อากาศอุ่นขึ้นแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ดูแลผู้สูงอายุและเด็กต่อไปในช่วงกลางคืน ตรวจดูพืชและสัตว์เลี้ยง",
            "สิ้นสุดการเตือนอากาศหนาว {place} {short}",
            "กลางคืนยังเย็น ดูแลผู้สูงอายุและเด็กต่อไป"),
        new(
            "The cold is over",
            "{place}: cold warning is over",
            "It is warmer. Measured at {place}: {values} (measured {at}).",
            "",
            "Keep looking after old people and children at night. Check crops and animals.",
            "Cold warning over {place} {short}",
            "Nights stay cool: care for old and young"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.Cold, new Place("อากาศหนาว", "cold"), "Met", "OET-043", Moderate, Severe, Over);
}
