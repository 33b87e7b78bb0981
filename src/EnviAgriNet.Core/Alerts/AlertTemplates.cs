using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>The words of all warnings. Every SMS leaves at least <see cref="PlaceUnitsMin"/> units for the place.</summary>
public static class AlertTemplates
{
    /// <summary>The room every SMS leaves for the place, marks of an exercise and the longest numbers included.</summary>
    public const int PlaceUnitsMin = 12;

    private static readonly Dictionary<AlertCase, AlertTemplate> Thai = new()
    {
        [AlertCase.HazeModerate] = new(
            "ฝุ่นละออง PM2.5 เกินมาตรฐาน",
            "{place}: ฝุ่น PM2.5 เริ่มมีผลกระทบต่อสุขภาพ",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} เท่ากับ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ผู้สูงอายุ เด็ก หญิงตั้งครรภ์ และผู้มีโรคทางเดินหายใจหรือหัวใจอาจมีอาการไอ หายใจลำบาก หรือระคายเคืองตา",
            "ลดเวลาทำกิจกรรมกลางแจ้ง สวมหน้ากาก N95 เมื่ออยู่กลางแจ้ง งดการเผา กลุ่มเสี่ยงควรอยู่ในอาคารและเตรียมยาประจำตัวให้พร้อม",
            "{place}: PM2.5 {value} มคก. มีผลต่อสุขภาพ สวมหน้ากาก"),
        [AlertCase.HazeSevere] = new(
            "ฝุ่นละออง PM2.5 ระดับอันตราย",
            "{place}: ฝุ่น PM2.5 มีผลกระทบต่อสุขภาพ",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} เท่ากับ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ทุกคนอาจมีอาการทางเดินหายใจและดวงตา กลุ่มเสี่ยงอาจมีอาการรุนแรง",
            "งดกิจกรรมกลางแจ้ง อยู่ในอาคารและปิดประตูหน้าต่าง สวมหน้ากาก N95 หากจำเป็นต้องออกนอกอาคาร งดการเผา หากแน่นหน้าอกหรือหายใจลำบากให้พบแพทย์หรือโทร 1669",
            "{place}: PM2.5 {value} มคก. อันตราย งดออกจากอาคาร"),
        [AlertCase.HazeOver] = new(
            "ฝุ่นละออง PM2.5 ลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนฝุ่น PM2.5",
            "ค่าเฉลี่ย 24 ชั่วโมงของ PM2.5 ที่ {place} ลดลงเหลือ {value} มคก./ลบ.ม. ดัชนีคุณภาพอากาศ {index} (วัดเมื่อ {at})",
            "",
            "ทำกิจกรรมกลางแจ้งได้ตามปกติ กลุ่มเสี่ยงควรติดตามค่าฝุ่นต่อไป",
            "{place}: PM2.5 ลดเหลือ {value} มคก. สิ้นสุดการเตือน"),
        [AlertCase.RiverModerate] = new(
            "เฝ้าระวังน้ำล้นตลิ่ง",
            "{place}: น้ำในแม่น้ำสูง เฝ้าระวังน้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ ต่ำกว่าตลิ่ง {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำอาจล้นตลิ่งท่วมบ้านเรือนและพื้นที่เกษตรริมน้ำ",
            "ยกของมีค่า เครื่องใช้ไฟฟ้า และปุ๋ยขึ้นที่สูง ย้ายสัตว์เลี้ยงและเครื่องจักรออกจากริมน้ำ เตรียมยาและเอกสารสำคัญ ติดตามประกาศ",
            "{place}: น้ำ {percent}% ของตลิ่ง ยกของขึ้นที่สูง"),
        [AlertCase.RiverSoon] = new(
            "น้ำกำลังจะล้นตลิ่ง",
            "{place}: น้ำจะถึงตลิ่งใน {hours} ชั่วโมง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ ต่ำกว่าตลิ่ง {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำจะล้นตลิ่งและท่วมพื้นที่ริมน้ำภายในไม่กี่ชั่วโมง กระแสน้ำแรงอาจเป็นอันตรายถึงชีวิต",
            "ออกจากพื้นที่ริมน้ำและไปที่สูงทันที ตัดไฟฟ้า อย่าเดินหรือขับรถผ่านน้ำไหล ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร 1784",
            "{place}: น้ำจะล้นตลิ่งใน {hours} ชม. ไปที่สูงทันที"),
        [AlertCase.RiverSevere] = new(
            "น้ำล้นตลิ่ง",
            "{place}: น้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} อยู่ที่ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ {side} {gap} ม. {rise} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "น้ำท่วมพื้นที่ริมน้ำ กระแสน้ำแรงอาจเป็นอันตรายถึงชีวิต",
            "ออกจากพื้นที่ริมน้ำและไปที่สูงทันที ตัดไฟฟ้า อย่าเดินหรือขับรถผ่านน้ำไหล ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร 1784",
            "ด่วน {place}: น้ำ {percent}% ของตลิ่ง ไปที่สูงทันที"),
        [AlertCase.RiverOver] = new(
            "ระดับน้ำลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนน้ำล้นตลิ่ง",
            "ระดับน้ำที่ {place} ลดลงเหลือ {level} ม. คิดเป็น {percent}% ของความจุลำน้ำ (วัดเมื่อ {at})",
            "",
            "กลับเข้าพื้นที่ด้วยความระมัดระวัง ตรวจสอบระบบไฟฟ้าก่อนใช้งาน ระวังสัตว์มีพิษและพื้นที่ลื่น",
            "{place}: น้ำลดเหลือ {percent}% ของตลิ่ง สิ้นสุดการเตือน"),
    };

    private static readonly Dictionary<AlertCase, AlertTemplate> English = new()
    {
        [AlertCase.HazeModerate] = new(
            "PM2.5 above the standard",
            "{place}: PM2.5 starts to affect health",
            "The 24-hour mean of PM2.5 at {place} is {value} ug/m3, Thai air quality index {index} (measured {at}, since {since}).",
            "Older people, children, pregnant women and people with heart or lung disease may cough or find it hard to breathe.",
            "Spend less time outdoors and wear an N95 mask there. Do not burn anything. People at risk: stay indoors and keep your medicine at hand.",
            "{place}: PM2.5 {value}, unhealthy. Wear a mask outdoors"),
        [AlertCase.HazeSevere] = new(
            "PM2.5 at a dangerous level",
            "{place}: PM2.5 affects everybody's health",
            "The 24-hour mean of PM2.5 at {place} is {value} ug/m3, Thai air quality index {index} (measured {at}, since {since}).",
            "Everybody may have trouble with breathing and eyes; people at risk may fall seriously ill.",
            "Stay indoors with doors and windows shut. Wear an N95 mask if you must go out. Do not burn anything. With chest pain or trouble breathing see a doctor or call 1669.",
            "{place}: PM2.5 {value} DANGEROUS. Stay indoors, shut windows"),
        [AlertCase.HazeOver] = new(
            "PM2.5 has fallen",
            "{place}: PM2.5 warning is over",
            "The 24-hour mean of PM2.5 at {place} has fallen to {value} ug/m3, Thai air quality index {index} (measured {at}).",
            "",
            "Outdoor activities are possible again. People at risk should keep watching the values.",
            "{place}: PM2.5 down to {value}. Warning over"),
        [AlertCase.RiverModerate] = new(
            "River flood watch",
            "{place}: high river, it may flood",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m below the bank. {rise} (measured {at}, since {since}).",
            "The river may flood houses and fields beside it.",
            "Move valuables, electrical goods and fertiliser up. Move animals and machines away from the river. Have medicine and papers ready. Follow the news.",
            "{place}: river {percent}% of bank. Move goods up"),
        [AlertCase.RiverSoon] = new(
            "River flood expected",
            "{place}: river at its bank in {hours} hours",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m below the bank. {rise} (measured {at}, since {since}).",
            "The river will flood the land beside it within hours. Strong currents can kill.",
            "Leave the riverside and go to high ground now. Switch off the power. Never walk or drive through flowing water. Help children, the old and the sick. For help call 1784.",
            "{place}: FLOOD in {hours} h. Go to high ground now"),
        [AlertCase.RiverSevere] = new(
            "River flood",
            "{place}: the river floods",
            "The river at {place} stands at {level} m, {percent}% of its bed, {gap} m {side} the bank. {rise} (measured {at}, since {since}).",
            "The land beside the river is flooded. Strong currents can kill.",
            "Leave the riverside and go to high ground now. Switch off the power. Never walk or drive through flowing water. Help children, the old and the sick. For help call 1784.",
            "FLOOD {place}: river {percent}%. Go to high ground now"),
        [AlertCase.RiverOver] = new(
            "The river has fallen",
            "{place}: flood warning is over",
            "The river at {place} has fallen to {level} m, {percent}% of its bed (measured {at}).",
            "",
            "Go back with care. Check the electricity before you use it. Watch out for snakes and slippery ground.",
            "{place}: river down to {percent}%. Warning over"),
    };

    /// <summary>The words for a case in a language.</summary>
    public static AlertTemplate Of(AlertCase alertCase, string language) =>
        language == Languages.Thai ? Thai[alertCase] : English[alertCase];
}
