namespace EnviAgriNet.Edge.Status;

/// <summary>What a test that found something wrong is called on the screen.</summary>
internal static class DoubtWords
{
    private static readonly Dictionary<string, (string Thai, string English)> Words = new()
    {
        ["gross_range"] = ("นอกช่วงที่เป็นไปได้", "not possible"),
        ["climatology"] = ("ผิดจากปกติของฤดูกาล", "unusual for the season"),
        ["spike"] = ("พุ่งผิดปกติ", "spike"),
        ["rate_of_change"] = ("เปลี่ยนเร็วเกินไป", "changed too fast"),
        ["flat_line"] = ("ค่านิ่งนานเกินไป", "stuck"),
        ["attenuated_signal"] = ("ค่าแทบไม่เปลี่ยน", "hardly moves"),
        ["gap"] = ("ข้อมูลขาดช่วง", "after a gap"),
        ["consistency"] = ("ขัดกับค่าอื่นของสถานี", "contradicts another value"),
        ["sensor_doubt"] = ("เซนเซอร์ไม่น่าเชื่อในสภาพนี้", "sensor not to be trusted now"),
    };

    /// <summary>The words for a test's name; null for one without.</summary>
    public static (string Thai, string English)? Of(string test) => Words.TryGetValue(test, out (string, string) words) ? words : null;
}
