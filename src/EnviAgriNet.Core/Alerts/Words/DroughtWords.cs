using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for drought.</summary>
internal static class DroughtWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Observed"),
        new(
            "เฝ้าระวังภัยแล้ง",
            "{place}: น้ำน้อยกว่าปกติ เฝ้าระวังภัยแล้ง",
            "น้ำน้อยกว่าปกติของช่วงเวลานี้ ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำในบ่อ สระ และดินลดลง ข้าวและพืชที่ใช้น้ำมากอาจเสียหาย",
            "ใช้น้ำอย่างประหยัด ซ่อมรอยรั่ว เก็บน้ำฝนและน้ำในสระไว้ คลุมดินด้วยฟางหรือเศษพืช เลือกพืชใช้น้ำน้อย ปรึกษาเกษตรตำบลก่อนปลูกรอบใหม่",
            "ประหยัดน้ำ {place} เริ่มแล้ง {short}",
            "ใช้น้ำอย่างประหยัด คลุมดิน เลือกพืชใช้น้ำน้อย"),
        new(
            "Drought watch",
            "{place}: less water than usual",
            "There is less water than usual at this time of the year. Measured at {place}: {values} (measured {at}, since {since}).",
            "Wells, ponds and soil hold less water. Rice and other thirsty crops may suffer.",
            "Save water and mend leaks. Keep rain and pond water. Cover the soil with straw. Choose crops that need little water; ask the agriculture officer before you plant again.",
            "Save water {place} {short}",
            "Save water, cover soil, choose thrifty crops"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Prepare", "Immediate", "Severe", "Observed"),
        new(
            "ภัยแล้งรุนแรง",
            "{place}: ภัยแล้งรุนแรง สำรองน้ำไว้กินใช้",
            "น้ำน้อยกว่าปกติมาก ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำกินน้ำใช้และน้ำทำนาอาจไม่พอ ไม้ผลและสัตว์เลี้ยงขาดน้ำ ไฟไหม้หญ้าและไฟป่าเกิดง่าย",
            "สำรองน้ำดื่มไว้ก่อน งดปลูกข้าวนาปรังและพืชใช้น้ำมาก ให้น้ำไม้ผลเท่าที่จำเป็น เตรียมน้ำให้สัตว์ งดเผา ขอรถน้ำได้ที่ อบต. หรือโทร {number}",
            "สำรองน้ำดื่ม! {place} แล้งหนัก {short}",
            "สำรองน้ำดื่ม งดปลูกข้าวนาปรัง งดเผา"),
        new(
            "Severe drought",
            "{place}: severe drought, store water",
            "There is far less water than usual. Measured at {place}: {values} (measured {at}, since {since}).",
            "Water for homes and fields may run out. Trees and animals lack water. Grass and forest burn easily.",
            "Store drinking water first. Do not plant dry-season rice or other thirsty crops. Give trees only what they need. Keep water for animals. Do not burn. Ask the local office for a water truck or call {number}.",
            "Store water! {place} drought {short}",
            "Store drinking water, no rice, no fires"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ภัยแล้งคลี่คลายแล้ว",
            "{place}: สิ้นสุดการเตือนภัยแล้ง",
            "น้ำกลับมาใกล้ระดับปกติ ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ใช้น้ำได้ตามปกติ เก็บน้ำไว้เท่าที่ทำได้ ปรึกษาเกษตรตำบลเรื่องการปลูกรอบใหม่",
            "สิ้นสุดการเตือนภัยแล้ง {place} {short}",
            "ใช้น้ำตามปกติ เก็บน้ำไว้เท่าที่ทำได้"),
        new(
            "The drought is over",
            "{place}: drought warning is over",
            "Water is near its usual amount again. Measured at {place}: {values} (measured {at}).",
            "",
            "Use water as usual and store what you can. Ask the agriculture officer about the next planting.",
            "Drought is over {place} {short}",
            "Use water as usual, store what you can"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.Drought, new Place("ภัยแล้ง", "drought"), "Met", "OET-063", Moderate, Severe, Over);
}
