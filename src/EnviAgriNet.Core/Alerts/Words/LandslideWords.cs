using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for landslides.</summary>
internal static class LandslideWords
{
    private static readonly AlertCase Moderate = new(
        new AlertCodes("Prepare", "Expected", "Moderate", "Possible"),
        new(
            "เฝ้าระวังดินถล่ม",
            "{place}: ฝนสะสมมาก เฝ้าระวังดินถล่ม",
            "ดินบนภูเขาอุ้มน้ำไว้มาก ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ดินและหินบนลาดเขาอาจถล่มทับบ้าน ถนน และทางน้ำ",
            "คนที่อยู่เชิงเขาหรือริมห้วยเตรียมพร้อมอพยพ สังเกตน้ำในห้วยที่ขุ่นข้นหรือลดลงผิดปกติ รอยแยกของดิน ต้นไม้เอน และเสียงดังจากภูเขา หากพบให้ออกจากพื้นที่ทันที",
            "เตรียมอพยพ {place} {short} ระวังดินถล่ม",
            "เตรียมอพยพ สังเกตน้ำขุ่น ดินแยก เสียงจากเขา"),
        new(
            "Landslide watch",
            "{place}: much rain, landslides possible",
            "The slopes hold much water. Measured at {place}: {values} (measured {at}, since {since}).",
            "Earth and rock may slide onto houses, roads and streams.",
            "Below slopes and beside streams: be ready to leave. Watch for muddy water or a stream that suddenly falls, cracks in the ground, leaning trees and noise from the hill. If you see any of it, leave at once.",
            "Be ready to go {place} slide risk {short}",
            "Be ready to leave, watch for mud and cracks"));

    private static readonly AlertCase Severe = new(
        new AlertCodes("Evacuate", "Immediate", "Severe", "Possible", IsSiren: true),
        new(
            "เสี่ยงดินถล่มสูง",
            "{place}: เสี่ยงดินถล่มสูง ออกจากเชิงเขาทันที",
            "ฝนสะสมถึงระดับที่ดินอาจถล่มได้ทุกเมื่อ ที่ {place} วัดได้ {values} (วัดเมื่อ {at} เริ่มตั้งแต่ {since})",
            "ดินโคลนและหินอาจถล่มทับบ้านเรือนโดยไม่มีสัญญาณเตือน",
            "ออกจากเชิงเขาและริมห้วยไปยังจุดปลอดภัยทันที โดยเฉพาะก่อนค่ำ อย่ากลับไปเก็บของ เลี่ยงถนนเลียบเขา ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร {number}",
            "หนีจากเชิงเขา! {place} เสี่ยงดินถล่ม {short}",
            "ออกจากเชิงเขาก่อนค่ำ อย่ากลับไปเก็บของ"),
        new(
            "High risk of landslides",
            "{place}: landslides likely, leave the slopes now",
            "So much rain has fallen that slopes may slide at any moment. Measured at {place}: {values} (measured {at}, since {since}).",
            "Mud and rock may bury houses without a sign before.",
            "Leave slopes and streams for a safe place now, best before dark. Do not go back for your things. Avoid roads along slopes. Help children, the old and the sick. For help call {number}.",
            "Leave slopes NOW! {place} {short}",
            "Leave slopes before dark, do not go back"));

    private static readonly AlertCase Over = new(
        AlertCodes.Over,
        new(
            "ความเสี่ยงดินถล่มลดลงแล้ว",
            "{place}: สิ้นสุดการเตือนดินถล่ม",
            "ฝนสะสมลดลงแล้ว ที่ {place} วัดได้ {values} (วัดเมื่อ {at})",
            "",
            "กลับเข้าพื้นที่เมื่อผู้นำชุมชนแจ้งว่าปลอดภัย อย่าเข้าใกล้แนวดินที่ถล่มหรือมีรอยแยก แจ้งรอยแยกใหม่ให้ผู้ใหญ่บ้านทราบ",
            "สิ้นสุดการเตือนดินถล่ม {place} {short}",
            "กลับเมื่อผู้นำชุมชนแจ้ง เลี่ยงแนวดินแยก"),
        new(
            "The risk of landslides is lower",
            "{place}: landslide warning is over",
            "The rain of the last days has become less. Measured at {place}: {values} (measured {at}).",
            "",
            "Go back when the village head says that it is safe. Keep away from slides and cracks. Report new cracks to the village head.",
            "Slide warning over {place} {short}",
            "Go back when told, keep off cracks"));

    /// <summary>All of them.</summary>
    public static HazardWords Words { get; } = new(
        HazardKind.Landslide, new Place("ดินถล่ม", "landslide"), "Geo", "OET-119", Moderate, Severe, Over);
}
