namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>What our account on LINE answers, in Thai and English below each other: LINE does not tell a person's language.</summary>
internal static class LineTexts
{
    /// <summary>To who added the account.</summary>
    public const string Welcome =
        "สวัสดีค่ะ ส่งรหัส 8 ตัวที่ได้จากการลงทะเบียน เพื่อรับการเตือนภัยทาง LINE นี้\nWelcome. Send the 8-character code from your registration to get warnings here.";

    /// <summary>The code was right.</summary>
    public const string Linked =
        "เชื่อมต่อแล้ว คุณจะได้รับการเตือนภัยทาง LINE นี้ พิมพ์ หยุด เพื่อเลิกรับ\nLinked. You get warnings here. Send STOP to end them.";

    /// <summary>The code was wrong.</summary>
    public const string Wrong =
        "รหัสไม่ถูกต้องหรือหมดอายุแล้ว โปรดขอรหัสใหม่\nThe code is wrong or too old. Please ask for a new one.";

    /// <summary>They said STOP.</summary>
    public const string Stopped = "เลิกส่งการเตือนภัยทาง LINE นี้แล้ว\nStopped. No more warnings here.";
}
