using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for strong wind.</summary>
internal static class StrongWindWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Immediate", "Moderate", "Observed"),
        new(
            "ลมแรง",
            "{place}: ลมแรง ระวังกิ่งไม้หักและของปลิว",
            "ลมแรง ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "กิ่งไม้ ป้าย และหลังคาที่ไม่แข็งแรงอาจหักหรือปลิว เรือเล็กอาจล่ม",
            "ผูกยึดหลังคาและสิ่งของ เก็บของที่ปลิวได้ อยู่ห่างจากต้นไม้ใหญ่ ป้าย และเสาไฟ ค้ำยันไม้ผล งดออกเรือเล็ก",
            "ผูกยึดของ เลี่ยงต้นไม้ {place} {short}",
            "ผูกยึดหลังคา เก็บของ เลี่ยงต้นไม้ใหญ่และป้าย"),
        new(
            "Strong wind",
            "{place}: strong wind, branches may fall",
            "The wind is strong. Measured at {place}: {values} (measured {at}, since {since}).",
            "Branches, signs and weak roofs may break or fly. Small boats may capsize.",
            "Tie down roofs and goods, put away what can fly. Keep away from big trees, signs and power poles. Prop up fruit trees. Do not take small boats out.",
            "Tie things down {place} {short}",
            "Tie down roofs, keep off trees and signs"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Shelter", "Immediate", "Severe", "Observed"),
        new(
            "ลมแรงจัด",
            "{place}: ลมแรงจัด เข้าอาคารที่แข็งแรงทันที",
            "ลมแรงถึงระดับอันตราย ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ลมพัดหลังคาปลิว ต้นไม้และเสาไฟอาจล้มทับคน",
            "เข้าอาคารที่แข็งแรง ปิดประตูหน้าต่าง อยู่ห่างกระจก อย่าหลบใต้ต้นไม้ ป้าย หรือเพิงสังกะสี อย่าแตะสายไฟที่ขาด แจ้งไฟฟ้าขัดข้องโทร 1129 ขอความช่วยเหลือโทร {number}",
            "หลบในอาคารแข็งแรง! {place} {short}",
            "เข้าอาคารแข็งแรง ห่างกระจก อย่าแตะสายไฟ"),
        new(
            "Dangerous wind",
            "{place}: dangerous wind, go indoors now",
            "The wind is dangerous. Measured at {place}: {values} (measured {at}, since {since}).",
            "Roofs fly, trees and power poles may fall on people.",
            "Go into a strong building, shut doors and windows, keep away from glass. Do not shelter under trees, signs or tin roofs. Do not touch broken power lines; report them on 1129. For help call {number}.",
            "Go indoors NOW! {place} {short}",
            "Go into a strong building, touch no wires"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ลมสงบลงแล้ว",
            "{place}: สิ้นสุดการเตือนลมแรง",
            "ลมเบาลงแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "ออกจากที่หลบด้วยความระมัดระวัง ระวังกิ่งไม้ค้างและสายไฟขาด ตรวจหลังคาก่อนขึ้นซ่อม",
            "สิ้นสุดการเตือนลมแรง {place} {short}",
            "ระวังกิ่งไม้ค้างและสายไฟขาด"),
        new(
            "The wind has dropped",
            "{place}: wind warning is over",
            "The wind has dropped. Measured at {place}: {values} (measured {at}).",
            "",
            "Come out with care. Watch out for hanging branches and broken power lines. Check a roof before you climb it.",
            "Wind warning over {place} {short}",
            "Mind hanging branches and broken wires"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.StrongWind, new Place("ลมแรง", "strong wind"), "Met", "OET-218", Moderate, Severe, Over);
}
