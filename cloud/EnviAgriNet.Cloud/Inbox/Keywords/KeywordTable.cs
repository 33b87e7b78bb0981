namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>The words people use, Thai and English, with the misspellings that are too far away to be guessed.</summary>
internal static class KeywordTable
{
    /// <summary>Questions and orders, the longest first.</summary>
    public static IReadOnlyList<Keyword> All { get; } =
    [
        .. new[]
        {
            Of(Intent.Air, "อากาศ", "อากาด", "คุณภาพอากาศ", "สภาพอากาศ", "ค่าอากาศ", "ฝุ่น", "ค่าฝุ่น", "หมอกควัน", "ควัน", "พีเอ็ม", "เอคิวไอ",
                "pm25", "pm", "pm10", "aqi", "air", "dust", "haze", "smog", "airquality", "pollution"),
            Of(Intent.Rain, "ฝน", "ปริมาณฝน", "น้ำฝน", "ปริมาณน้ำฝน", "ฝนตก", "rain", "rainfall", "raining"),
            Of(Intent.River, "น้ำ", "ระดับน้ำ", "แม่น้ำ", "สถานการณ์น้ำ", "น้ำท่วม", "ค่าน้ำ", "ลำน้ำ", "คลอง", "river", "water", "waterlevel", "flood", "level"),
            Of(Intent.Price, "ราคา", "price", "prices", "ขายเท่าไหร่"),
            Of(Intent.Forecast, "พยากรณ์", "พยากรณ์อากาศ", "พยากร", "พยากรอากาศ", "พรุ่งนี้", "ทำนาย", "forecast", "tomorrow", "prediction"),
            Of(Intent.Plots, "แปลงของฉัน", "แปลงของผม", "แปลงฉัน", "แปลงผม", "แปลง", "นาของฉัน", "สวนของฉัน", "ไร่ของฉัน", "plots", "plot", "farm", "myplot", "myfarm"),
            Of(Intent.Planted, "ปลูก", "ปลูกแล้ว", "ปลูกเมื่อ", "หว่าน", "หว่านแล้ว", "ปักดำ", "ดำนา", "planted", "sown", "sowed", "transplanted"),
            Of(Intent.Done, "ทำแล้ว", "ทำเสร็จแล้ว", "ทำตามแล้ว", "เสร็จแล้ว", "เรียบร้อยแล้ว", "done", "finished"),
            Of(Intent.Register, "สมัคร", "สมัก", "สมัครรับข่าว", "ลงทะเบียน", "ลงทะเบียนรับข่าว", "register", "join", "subscribe", "signup", "reg"),
            Of(Intent.Usage, "วิธีใช้", "วิธีใช้งาน", "ใช้ยังไง", "ใช้อย่างไร", "คำสั่ง", "เมนู", "คู่มือ", "ข้อมูลการใช้", "help", "menu", "info", "usage", "commands",
                "howto", "start", "?"),
            Of(Intent.CaseState, "สถานะ", "ติดตาม", "เรื่อง", "เคส", "status", "case", "track"),
            Of(Intent.Complaint, "ร้องเรียน", "ร้องทุกข์", "แจ้งเหตุ", "แจ้ง", "complain", "complaint", "report"),
        }.SelectMany(words => words).OrderByDescending(keyword => keyword.Skeleton.Length),
    ];

    /// <summary>Words that begin like a keyword and are about something else.</summary>
    public static IReadOnlyList<string> Others { get; } =
        Skeletons("น้ำมัน", "น้ำตา", "น้ำแข็ง", "น้ำหนัก", "น้ำหอม", "น้ำปลา", "น้ำใจ", "ฝนทอง", "อากาศยาน", "นำ้มัน", "เรื่องราว");

    /// <summary>Pure courtesy and padding before or after what matters.</summary>
    public static IReadOnlySet<string> Padding { get; } = Skeletons(
        "ครับ", "คับ", "ค่ะ", "คะ", "จ้า", "จ้ะ", "นะ", "หน่อย", "ด้วย", "ที", "วันนี้", "ตอนนี้", "ขณะนี้", "เป็นไง", "เป็นยังไง", "เป็นอย่างไร", "เท่าไร", "เท่าไหร่",
        "ไหม", "มั้ย", "สวัสดี", "สวัสดีครับ", "สวัสดีค่ะ", "แถว", "แถวนี้", "ให้", "ขอ", "ดู", "เช็ค", "เช็ก", "ที่", "ใน",
        "please", "pls", "plz", "the", "is", "are", "what", "whats", "how", "show", "check", "get", "me", "tell", "today", "now", "in", "at",
        "for", "of", "near", "here", "my", "hi", "hello", "hey", "s", "i", "want", "to", "know", "about", "can", "you", "quality",
        "use", "thanks", "thank", "current", "latest", "there", "a", "an").ToHashSet(StringComparer.Ordinal);

    /// <summary>What stands, without a space, before the keyword of a polite question; the longest first.</summary>
    public static IReadOnlyList<string> Openings { get; } =
        [.. Skeletons(
            "ช่วยบอก", "ช่วยดู", "ช่วยเช็ค", "ช่วยเช็ก", "ช่วยแจ้ง", "ช่วยส่ง", "ช่วย", "ขอทราบ", "ขอดู", "ขอเช็ค", "ขอข้อมูล", "ขอ", "ดู", "เช็ค", "เช็ก", "อยากรู้", "อยากทราบ",
            "สอบถาม", "ถาม", "วันนี้", "ตอนนี้", "สวัสดีครับ", "สวัสดีค่ะ", "สวัสดี", "รบกวน", "ข้อมูล", "ค่า", "สภาพ", "ผม", "หนู", "แถวนี้")
            .OrderByDescending(word => word.Length)];

    /// <summary>What ends a place in a text without spaces; the longest first.</summary>
    public static IReadOnlyList<string> Endings { get; } =
        [.. Skeletons(
            "วันนี้", "ตอนนี้", "ขณะนี้", "ครับผม", "ครับ", "คับ", "ค่ะ", "คะ", "จ้า", "หน่อย", "ด้วย", "เป็นยังไงบ้าง", "เป็นยังไง", "เป็นอย่างไร", "เป็นไง", "เท่าไหร่", "เท่าไร", "ไหม", "มั้ย")
            .OrderByDescending(word => word.Length)];

    internal static string[] Skeletons(params string[] words) => [.. words.Select(word => TextFold.Skeleton(TextFold.Fold(word)))];

    private static IEnumerable<Keyword> Of(Intent intent, params string[] words) => words.Select(word => new Keyword(intent, word));
}
