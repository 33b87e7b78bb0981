using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for polluted water. The event terms have none for a river without oxygen; the nearest is taken, unconfirmed.</summary>
internal static class WaterPollutionWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Avoid", "Expected", "Moderate", "Observed"),
        new(
            "คุณภาพน้ำเสื่อมโทรม",
            "{place}: คุณภาพน้ำเสื่อมโทรม",
            "คุณภาพน้ำแย่กว่าที่ควร ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ปลาและสัตว์น้ำอาจอ่อนแอหรือลอยหัว น้ำไม่เหมาะสำหรับดื่มหรือทำอาหาร",
            "อย่าใช้น้ำจากแหล่งน้ำนี้ดื่มหรือทำอาหาร เปิดเครื่องตีน้ำและลดอาหารปลา งดสูบน้ำเข้าบ่อ สังเกตสีและกลิ่นของน้ำ",
            "อย่าดื่มน้ำจากลำน้ำ {place} น้ำเสีย {short}",
            "อย่าดื่มหรือทำอาหาร เปิดเครื่องตีน้ำในบ่อ"),
        new(
            "Poor water quality",
            "{place}: the water is poor",
            "The water is worse than it should be. Measured at {place}: {values} (measured {at}, since {since}).",
            "Fish may weaken or gasp at the surface. The water is not fit for drinking or cooking.",
            "Do not drink or cook with this water. Run aerators and feed fish less. Do not pump water into ponds. Watch the water's colour and smell.",
            "Do not drink water {place} {short}",
            "Do not drink or cook with it, run aerators"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Avoid", "Immediate", "Severe", "Observed"),
        new(
            "น้ำเสียรุนแรง",
            "{place}: น้ำเสียรุนแรง งดใช้น้ำ",
            "น้ำเสียถึงระดับอันตราย ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ปลาและสัตว์น้ำอาจตายจำนวนมาก น้ำอาจเป็นอันตรายต่อคน สัตว์ และพืชผล",
            "งดใช้น้ำจากแหล่งน้ำนี้ ทั้งดื่ม อาบ รดพืช และให้สัตว์กิน ปิดทางน้ำเข้าบ่อปลา อย่าจับหรือกินปลาที่ตาย แจ้งกรมควบคุมมลพิษโทร {number}",
            "งดใช้น้ำจากลำน้ำ! {place} น้ำเสีย {short}",
            "งดใช้น้ำทุกอย่าง ปิดทางน้ำเข้าบ่อ อย่ากินปลาตาย"),
        new(
            "Badly polluted water",
            "{place}: do not use the water",
            "The water is dangerously polluted. Measured at {place}: {values} (measured {at}, since {since}).",
            "Many fish may die. The water may harm people, animals and crops.",
            "Do not use this water: not for drinking, washing, watering or animals. Shut the inlets of fish ponds. Do not collect or eat dead fish. Report to the Pollution Control Department on {number}.",
            "Do NOT use water! {place} {short}",
            "Do not use the water, shut inlets of ponds"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "คุณภาพน้ำดีขึ้นแล้ว",
            "{place}: สิ้นสุดการเตือนน้ำเสีย",
            "คุณภาพน้ำดีขึ้นแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ใช้น้ำทำเกษตรได้ตามปกติ น้ำดื่มยังต้องต้มหรือกรองก่อน เก็บซากปลาไปฝัง",
            "สิ้นสุดการเตือนน้ำเสีย {place} {short}",
            "ใช้ทำเกษตรได้ น้ำดื่มต้องต้มหรือกรอง"),
        new(
            "The water is better",
            "{place}: water warning is over",
            "The water is better. Measured at {place}: {values} (measured {at}).",
            "",
            "The water can be used on fields again. Boil or filter what you drink. Bury dead fish.",
            "Water is better {place} {short}",
            "Good for fields; boil or filter to drink"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.WaterPollution, new Place("น้ำเสีย", "polluted water"), "Env", "OET-047", Moderate, Severe, Over);
}
