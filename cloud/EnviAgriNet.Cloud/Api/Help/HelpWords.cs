using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Help;

/// <summary>Every word of the help pages, in Thai and English.</summary>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
internal sealed record HelpWords(string Language)
{
    private static readonly Dictionary<string, (string Th, string En)> All = new()
    {
        ["title"] = ("ขอความช่วยเหลือ / ร้องเรียน", "Call for help / complain"),
        ["intro"] = (
            "ส่งแล้วเจ้าหน้าที่จะเห็นทันที ถ้าอันตรายถึงชีวิต โปรดโทรด้วย:",
            "Officers see it at once. If a life is in danger, please call as well:"),
        ["home"] = ("หน้าแรก", "First page"),
        ["other"] = ("English", "ภาษาไทย"),
        ["kind"] = ("เรื่อง", "What is it"),
        ["text"] = ("เกิดอะไรขึ้น", "What has happened"),
        ["text-hint"] = ("เช่น น้ำเข้าบ้าน อยู่ชั้นสอง มีคนแก่", "For example: water in the house, we are upstairs, an old person is with us"),
        ["text-fault"] = ("โปรดบอกสั้น ๆ ว่าเกิดอะไรขึ้น", "Please say in a few words what has happened"),
        ["where"] = ("อยู่ที่ไหน (หมู่ ตำบล อำเภอ จังหวัด)", "Where (village, subdistrict, district, province)"),
        ["locate"] = ("ใช้ตำแหน่งของเครื่องนี้", "Use the position of this phone"),
        ["located"] = ("ได้ตำแหน่งแล้ว", "Position taken"),
        ["unlocated"] = ("หาตำแหน่งไม่ได้ โปรดพิมพ์ที่อยู่", "No position found: please type where you are"),
        ["people"] = ("กี่คน", "How many people"),
        ["needs"] = ("ต้องการ", "What is needed"),
        ["boat"] = ("เรือ / อพยพ", "A boat, to get out"),
        ["medicine"] = ("ยา / หมอ", "Medicine, a doctor"),
        ["water"] = ("น้ำดื่ม", "Drinking water"),
        ["food"] = ("อาหาร", "Food"),
        ["shelter"] = ("ที่พัก", "Shelter"),
        ["phone"] = ("เบอร์มือถือ (ถ้ามี)", "Mobile number (if you have one)"),
        ["phone-hint"] = ("เราจะส่งเลขเรื่องและคำตอบไปที่เบอร์นี้", "We send the number of your case and answers there"),
        ["phone-fault"] = ("ใส่เบอร์มือถือไทย 10 หลัก หรือเว้นว่าง", "Enter a Thai mobile number of 10 digits, or leave it empty"),
        ["privacy"] = (
            "ข้อมูลนี้เก็บแบบเข้ารหัส เจ้าหน้าที่เท่านั้นที่เห็น ใช้เพื่อช่วยเหลือเรื่องนี้",
            "This is stored encrypted, seen by officers only, and used for this case only"),
        ["send"] = ("ส่ง", "Send"),
        ["taken"] = ("รับเรื่องแล้ว", "We have your call"),
        ["number"] = ("เลขเรื่องของคุณ", "The number of your case"),
        ["keep"] = ("เก็บลิงก์นี้ไว้ดูความคืบหน้า", "Keep this link to see how it stands"),
        ["merged"] = (
            "เพิ่มในเรื่องที่เบอร์นี้แจ้งไว้เมื่อครู่แล้ว เลขเรื่องอยู่ใน SMS ที่ส่งไป",
            "Added to the call made from this number a short while ago; its number is in the SMS we sent"),
        ["state-title"] = ("ความคืบหน้า", "How it stands"),
        ["state-ask"] = ("ดูความคืบหน้าด้วยเลขเรื่องและเบอร์มือถือ", "See how it stands by number and phone"),
        ["state-none"] = (
            "ไม่พบเรื่องนี้กับเบอร์นี้ ตรวจเลขอีกครั้ง ถ้าลองหลายครั้งแล้ว โปรดรอ 1 ชั่วโมง",
            "No such case with this phone number. Check the digits; after several tries please wait an hour"),
        ["case"] = ("เลขเรื่อง เช่น H-482173", "Number of the case, e.g. H-482173"),
        ["see"] = ("ดู", "See"),
        ["opened"] = ("แจ้งเมื่อ", "Opened"),
        ["changed"] = ("ปรับปรุงเมื่อ", "Changed"),
        ["again"] = ("แจ้งเรื่องใหม่", "A new call"),
        ["refused"] = ("อ่านแบบฟอร์มไม่ได้ โปรดเขียนให้สั้นลงแล้วส่งใหม่", "The form could not be read: please write less and send it again"),
    };

    /// <summary>The words of a language; Thai where it is not English.</summary>
    public static HelpWords Of(string? language) => new(language == Languages.English ? Languages.English : Languages.Thai);

    /// <summary>A word.</summary>
    public string this[string name] => IsThai ? All[name].Th : All[name].En;

    /// <summary>Whether it is Thai.</summary>
    public bool IsThai => Language == Languages.Thai;

    /// <summary>The other language.</summary>
    public string Other => IsThai ? Languages.English : Languages.Thai;
}
