namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>Every word of the registration pages, in Thai and English.</summary>
internal sealed class RegistrationWords
{
    private static readonly Dictionary<string, (string Th, string En)> All = new()
    {
        ["title"] = ("ลงทะเบียนรับคำเตือนภัย", "Register for warnings"),
        ["intro"] = (
            "รับคำเตือนน้ำท่วม หมอกควัน และภัยอื่นของพื้นที่คุณ ไม่มีค่าใช้จ่าย เลิกได้ทุกเมื่อ",
            "Get warnings of floods, haze and other hazards in your area. Free of charge; stop at any time."),
        ["other"] = ("English", "ภาษาไทย"),
        ["home"] = ("หน้าแรก", "First page"),
        ["province"] = ("จังหวัด", "Province"),
        ["choose"] = ("เลือกจังหวัดก่อน", "Choose a province first"),
        ["next"] = ("ต่อไป", "Next"),
        ["address"] = ("เบอร์มือถือ หรืออีเมล", "Mobile number or e-mail"),
        ["address-hint"] = ("เช่น 081 234 5678 เราจะส่งรหัส 6 หลักไปให้", "For example 081 234 5678. We send a code of six digits there."),
        ["address-fault"] = (
            "ใส่เบอร์มือถือไทย 10 หลักที่ขึ้นต้นด้วย 06 08 หรือ 09 หรืออีเมล",
            "Enter a Thai mobile number of 10 digits from 06, 08 or 09, or an e-mail address"),
        ["address-off"] = ("ขณะนี้ยังส่งทางนี้ไม่ได้", "We cannot send this way at present"),
        ["language"] = ("ภาษาของข้อความ", "Language of the messages"),
        ["language-fault"] = ("เลือกภาษา", "Choose a language"),
        ["th"] = ("ไทย", "Thai"),
        ["en"] = ("อังกฤษ", "English"),
        ["places"] = ("พื้นที่ที่อยากรับข่าว", "Places to hear about"),
        ["whole"] = ("ทั้งจังหวัด", "The whole province of"),
        ["places-codes"] = ("รหัสอำเภอ (4 หลัก) หรือตำบล (6 หลัก) ถ้าทราบ", "Codes of districts (4 digits) or subdistricts (6 digits), if you know them"),
        ["places-fault"] = (
            "เลือกอย่างน้อย 1 พื้นที่ ไม่เกิน 20 รหัสมี 2 4 หรือ 6 หลัก",
            "Choose 1 to 20 places; a code has 2, 4 or 6 digits"),
        ["crops"] = ("พืชที่ปลูก (ไม่บังคับ)", "What you grow (if you like)"),
        ["crops-fault"] = ("เลือกพืชได้ไม่เกิน 20 ชนิด", "Choose up to 20 crops"),
        ["consent"] = ("ฉันอ่านและยินยอมตามข้อความข้างบน", "I have read the text above and consent"),
        ["consent-fault"] = ("ถ้าไม่ยินยอม เราลงทะเบียนให้ไม่ได้", "Without your consent we cannot register you"),
        ["consent-old"] = ("ข้อความยินยอมเปลี่ยนไปแล้ว อ่านฉบับใหม่", "The text has changed: please read the new one"),
        ["send"] = ("ส่งรหัสให้ฉัน", "Send me a code"),
        ["code-title"] = ("ใส่รหัส 6 หลัก", "Enter the six digits"),
        ["code-sent"] = ("เราส่งรหัสไปที่", "We sent a code to"),
        ["code-life"] = ("รหัสใช้ได้ 10 นาที ลองได้ 5 ครั้ง", "It is valid for 10 minutes and five tries"),
        ["code"] = ("รหัส", "Code"),
        ["code-fault"] = ("รหัสไม่ถูก ลองได้อีก", "That is not the code. Tries left:"),
        ["code-gone"] = ("รหัสนี้ใช้ไม่ได้แล้ว ขอรหัสใหม่", "This code can no longer be used. Please ask for a new one"),
        ["confirm"] = ("ยืนยัน", "Confirm"),
        ["again"] = ("ขอรหัสใหม่", "Ask for a new code"),
        ["done"] = ("เรียบร้อยแล้ว คุณจะได้รับคำเตือนของพื้นที่ที่เลือก", "Done. You will get the warnings of the places you chose"),
        ["manage"] = ("ดู แก้ไข หรือเลิกรับ", "See, change or stop"),
        ["manage-intro"] = ("ใส่เบอร์หรืออีเมลของคุณ เราจะส่งรหัสไปให้", "Enter your number or e-mail: we send a code there"),
        ["nobody"] = ("เบอร์หรืออีเมลนี้ยังไม่ได้ลงทะเบียน", "This number or e-mail is not registered"),
        ["mine"] = ("ข้อมูลของฉัน", "My data"),
        ["contacts"] = ("ช่องทาง", "Where messages go"),
        ["pending"] = ("รอยืนยัน", "not confirmed"),
        ["confirmed"] = ("ใช้อยู่", "in use"),
        ["stopped"] = ("เลิกแล้ว", "stopped"),
        ["agreed"] = ("ยินยอมฉบับ", "Consent, version"),
        ["on"] = ("เมื่อ", "on"),
        ["save"] = ("บันทึก", "Save"),
        ["saved"] = ("บันทึกแล้ว", "Saved"),
        ["stop"] = ("เลิกรับทางนี้", "Stop here"),
        ["stopped-done"] = ("เลิกส่งแล้ว", "Stopped"),
        ["add"] = ("เพิ่มเบอร์หรืออีเมล", "Add a number or e-mail"),
        ["export"] = ("ขอสำเนาข้อมูลของฉัน", "Download my data"),
        ["erase"] = ("ลบข้อมูลของฉันทั้งหมด", "Erase all my data"),
        ["erase-hint"] = (
            "ลบแล้วกู้คืนไม่ได้ และลบรอยที่กันไม่ให้ใครใส่เบอร์ของคุณกลับเข้ามาด้วย ถ้าเพียงไม่อยากรับข้อความ ให้กดเลิกรับ",
            "This cannot be undone. It also removes the mark that keeps lists from adding you again: if you only want no messages, choose stop."),
        ["erase-sure"] = ("ฉันแน่ใจ", "I am sure"),
        ["erased"] = ("ลบข้อมูลแล้ว", "Your data is erased"),
        ["faults"] = ("ยังไม่ครบ ดูช่องที่มีเครื่องหมาย", "Not complete yet: see the marked fields"),
        ["expired"] = ("หมดเวลาแล้ว ขอรหัสใหม่", "Time is over: please ask for a new code"),
        ["many"] = ("ขอรหัสบ่อยเกินไป รอ 1 ชั่วโมงแล้วลองใหม่", "Too many codes were asked for. Please wait an hour"),
        ["refused"] = ("รับคำขอนี้ไม่ได้", "This request cannot be taken"),
        ["large"] = ("ข้อความยาวเกินไป", "That is too long"),
        ["foreign"] = ("คำขอนี้ไม่ได้มาจากหน้านี้", "This request did not come from this page"),
    };

    private readonly bool _isEnglish;

    private RegistrationWords(bool isEnglish) => _isEnglish = isEnglish;

    /// <summary>The words in Thai.</summary>
    public static RegistrationWords Thai { get; } = new(isEnglish: false);

    /// <summary>The words in English.</summary>
    public static RegistrationWords English { get; } = new(isEnglish: true);

    /// <summary><c>th</c> or <c>en</c>.</summary>
    public string Language => _isEnglish ? "en" : "th";

    /// <summary>A word.</summary>
    public string this[string key] => _isEnglish ? All[key].En : All[key].Th;

    /// <summary>The words of a language; Thai unless it is English.</summary>
    public static RegistrationWords Of(string? language) => language == "en" ? English : Thai;
}
