using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Status;

/// <summary>What a test that found something wrong is called on the screen.</summary>
internal static class DoubtWords
{
    private static readonly (string Thai, string English) Unnamed = ("ค่าน่าสงสัย", "in doubt");

    private static readonly Dictionary<QualityTest, (string Thai, string English)> Words = new()
    {
        [QualityTest.GrossRange] = ("นอกช่วงที่เป็นไปได้", "not possible"),
        [QualityTest.Climatology] = ("ผิดจากปกติของฤดูกาล", "unusual for the season"),
        [QualityTest.Spike] = ("พุ่งผิดปกติ", "spike"),
        [QualityTest.RateOfChange] = ("เปลี่ยนเร็วเกินไป", "changed too fast"),
        [QualityTest.FlatLine] = ("ค่านิ่งนานเกินไป", "stuck"),
        [QualityTest.AttenuatedSignal] = ("ค่าแทบไม่เปลี่ยน", "hardly moves"),
        [QualityTest.Gap] = ("ข้อมูลขาดช่วง", "after a gap"),
        [QualityTest.Neighbour] = ("ต่างจากสถานีรอบข้าง", "unlike the stations around"),
        [QualityTest.Consistency] = ("ขัดกับค่าอื่นของสถานี", "contradicts another value"),
        [QualityTest.SensorDoubt] = ("เซนเซอร์ไม่น่าเชื่อในสภาพนี้", "sensor not to be trusted now"),
        [QualityTest.Person] = ("เจ้าหน้าที่ระบุว่าไม่น่าเชื่อ", "a person doubts it"),
    };

    /// <summary>The words for a test's name; for one without a name, or that is not known here, that the value is in doubt.</summary>
    public static (string Thai, string English) Of(string? test) => Words.GetValueOrDefault(QualityMark.TestOf(test), Unnamed);
}
