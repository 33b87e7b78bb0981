using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for sea water in rivers. The event terms have none for it; the general one is taken, unconfirmed.</summary>
internal static class SalinityIntrusionWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Observed"),
        new(
            "น้ำเค็มรุก",
            "{place}: น้ำเค็มรุก วัดก่อนสูบน้ำ",
            "น้ำทะเลรุกเข้ามาในลำน้ำ ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำเค็มทำให้ข้าว ผัก กล้วยไม้ และไม้ผลเสียหาย น้ำประปาอาจมีรสกร่อย",
            "วัดความเค็มก่อนสูบน้ำเข้านาหรือสวน เก็บน้ำจืดไว้ในร่องสวนและโอ่ง ปิดประตูระบายน้ำเมื่อน้ำทะเลหนุน ผู้ป่วยโรคไต ความดัน และหัวใจควรเลี่ยงน้ำรสเค็ม",
            "วัดความเค็มก่อนสูบน้ำ {place} {short}",
            "วัดความเค็มก่อนสูบ เก็บน้ำจืดไว้"),
        new(
            "Salt water in the river",
            "{place}: salt water, test before you pump",
            "Sea water has come up the river. Measured at {place}: {values} (measured {at}, since {since}).",
            "Salt harms rice, vegetables, orchids and fruit trees. Tap water may taste salty.",
            "Test the water before you pump it. Store fresh water. Shut the sluice at high tide. People with kidney, heart or blood pressure trouble should avoid salty water.",
            "Test before you pump {place} {short}",
            "Test before you pump, store fresh water"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Avoid", "Immediate", "Severe", "Observed"),
        new(
            "น้ำเค็มรุกรุนแรง",
            "{place}: น้ำเค็มสูง หยุดสูบน้ำ",
            "น้ำในลำน้ำเค็มมาก ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำเค็มระดับนี้ทำให้ข้าวและพืชสวนเสียหายหนัก และไม่เหมาะสำหรับดื่ม",
            "หยุดสูบน้ำเข้านา สวน และบ่อทันที ปิดประตูระบายน้ำ ใช้น้ำจืดที่เก็บไว้อย่างประหยัด อย่าดื่มน้ำที่มีรสเค็ม สอบถามกรมชลประทานโทร {number}",
            "หยุดสูบน้ำ! {place} น้ำเค็มรุก {short}",
            "หยุดสูบน้ำ ปิดประตูระบาย อย่าดื่มน้ำเค็ม"),
        new(
            "Much salt water in the river",
            "{place}: stop pumping, the river is salty",
            "The river is very salty. Measured at {place}: {values} (measured {at}, since {since}).",
            "So much salt does heavy damage to rice and garden crops, and the water is not fit for drinking.",
            "Stop pumping into fields, gardens and ponds now. Shut the sluice. Use stored fresh water sparingly. Do not drink salty water. Ask the Royal Irrigation Department on {number}.",
            "STOP pumping! {place} {short}",
            "Stop pumping, shut the sluice"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ความเค็มลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนน้ำเค็ม",
            "ความเค็มลดลงแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "สูบน้ำได้ตามปกติ แต่ยังควรวัดความเค็มก่อนทุกครั้งในช่วงน้ำทะเลหนุน",
            "สิ้นสุดการเตือนน้ำเค็ม {place} {short}",
            "สูบน้ำได้ วัดความเค็มช่วงน้ำทะเลหนุน"),
        new(
            "The river is fresh again",
            "{place}: salt water warning is over",
            "The salt has gone down. Measured at {place}: {values} (measured {at}).",
            "",
            "Pumping is possible again. Around high tides still test first.",
            "Salt warning over {place} {short}",
            "Pump again, but test at high tides"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.SalinityIntrusion, new Place("น้ำเค็มรุก", "salt water"), "Env", "OET-075", Moderate, Severe, Over);
}
