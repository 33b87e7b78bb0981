namespace EnviAgriNet.Cloud.Registration;

/// <summary>The messages around a registration. Each fits one SMS of 70 characters, and exists in Thai and English.</summary>
internal static class RegistrationTexts
{
    /// <summary>The code that proves an address.</summary>
    public static string Code(string language, string code) => language == "en"
        ? $"{code} is your code for warnings. Valid 10 minutes. Tell it to nobody."
        : $"รหัสยืนยัน {code} เพื่อรับคำเตือนภัย ใช้ได้ 10 นาที อย่าบอกใคร";

    /// <summary>Confirms a registration.</summary>
    public static string Registered(string language) => language == "en"
        ? "You are registered for warnings. To stop, send STOP to this number."
        : "ลงทะเบียนรับคำเตือนภัยแล้ว ถ้าจะเลิก ส่งคำว่า หยุด มาที่เบอร์นี้";

    /// <summary>Confirms a STOP. Whoever said it in another language gets both.</summary>
    public static string Stopped(string language) => language switch
    {
        "th" => "เลิกส่งข้อความถึงคุณแล้ว จะรับใหม่เมื่อใดก็ลงทะเบียนได้",
        "en" => "Stopped: we send you no more messages. You can register again.",
        _ => "Stopped. No more messages. เลิกส่งข้อความถึงคุณแล้ว",
    };
}
