using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for flash floods.</summary>
internal static class FlashFloodWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Likely"),
        new(
            "เฝ้าระวังน้ำป่าไหลหลาก",
            "{place}: ฝนตกหนัก เฝ้าระวังน้ำป่าไหลหลาก",
            "ฝนตกหนัก น้ำในลำห้วยอาจขึ้นเร็ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำในลำห้วยและที่ลุ่มอาจสูงขึ้นภายในไม่กี่ชั่วโมง ทางข้ามน้ำและถนนอาจถูกตัดขาด",
            "อยู่ห่างจากลำห้วยและทางน้ำ ย้ายของและสัตว์เลี้ยงขึ้นที่สูง เตรียมไฟฉาย ยา และเอกสารสำคัญ สังเกตสีและระดับน้ำในลำห้วย ติดตามประกาศ",
            "เลี่ยงลำห้วย {place} {short} ระวังน้ำป่า",
            "ห่างจากลำห้วย ย้ายของขึ้นสูง เตรียมไฟฉายและยา"),
        new(
            "Flash flood watch",
            "{place}: heavy rain, flash flood possible",
            "Heavy rain: streams may rise fast. Measured at {place}: {values} (measured {at}, since {since}).",
            "Streams and low ground may flood within hours. Crossings and roads may be cut.",
            "Keep away from streams. Move goods and animals to high ground. Have a torch, medicine and papers ready. Watch the colour and height of the stream. Follow the news.",
            "Keep off streams {place} {short}",
            "Keep off streams, move goods up, have a torch"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Evacuate", "Immediate", "Severe", "Likely", IsSiren: true),
        new(
            "น้ำป่าไหลหลาก",
            "{place}: น้ำป่าไหลหลาก ขึ้นที่สูงทันที",
            "น้ำป่าอาจมาถึงได้ทุกเมื่อ ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำเชี่ยวพัดคน รถ และบ้านเรือนไปได้ภายในไม่กี่นาที น้ำเพียงระดับเข่าก็ทำให้คนล้มได้",
            "ขึ้นที่สูงทันที อย่ารอเก็บของ อย่าเดินหรือขับรถผ่านน้ำไหล อยู่ห่างจากลำห้วย สะพาน และสายไฟ ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร {number}",
            "ขึ้นที่สูงทันที! {place} น้ำป่า {short}",
            "อย่ารอเก็บของ อย่าข้ามน้ำ ห่างจากลำห้วย"),
        new(
            "Flash flood",
            "{place}: flash flood, go to high ground now",
            "A flash flood may come at any moment. Measured at {place}: {values} (measured {at}, since {since}).",
            "The current carries away people, cars and houses within minutes. Water at the knee is enough to knock you over.",
            "Go to high ground now; do not stay to pack. Never walk or drive through flowing water. Keep away from streams, bridges and power lines. Help children, the old and the sick. For help call {number}.",
            "Go uphill NOW! {place} flood, {short}",
            "Leave your things, cross no water"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "น้ำป่าลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนน้ำป่าไหลหลาก",
            "ฝนและน้ำลดลงแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "กลับเข้าพื้นที่ด้วยความระมัดระวัง อย่าข้ามน้ำที่ยังไหลเชี่ยว ตรวจสอบระบบไฟฟ้าก่อนใช้งาน ระวังสัตว์มีพิษและดินถล่มริมทาง",
            "สิ้นสุดการเตือนน้ำป่า {place} {short}",
            "กลับอย่างระวัง อย่าข้ามน้ำเชี่ยว ตรวจไฟฟ้า"),
        new(
            "The flash flood is over",
            "{place}: flash flood warning is over",
            "Rain and water have gone down. Measured at {place}: {values} (measured {at}).",
            "",
            "Go back with care. Do not cross water that still runs fast. Check the electricity before you use it. Watch out for snakes and for slides beside the road.",
            "Flood warning over {place} {short}",
            "Go back with care, cross no fast water"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.FlashFlood, new Place("น้ำป่าไหลหลาก", "flash flood"), "Met", "OET-079", Moderate, Severe, Over);
}
