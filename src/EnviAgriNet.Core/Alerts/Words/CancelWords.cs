namespace EnviAgriNet.Core.Alerts.Words;

/// <summary>The words for a warning of any hazard that is taken back.</summary>
internal static class CancelWords
{
    /// <summary>What is said.</summary>
    public static AlertCase Case { get; } = new(
        new AlertCodes("AllClear", "Past", "Minor", "Unlikely"),
        new(
            "ยกเลิกการเตือนภัย",
            "{place}: ยกเลิกการเตือน{hazard}",
            "ยกเลิกการเตือน{hazard}ที่ {place} เมื่อ {at} {reason}",
            "",
            "ไม่ต้องปฏิบัติตามคำเตือนเดิม ขออภัยในความไม่สะดวก ติดตามประกาศต่อไป",
            "{place}: ยกเลิกการเตือน{hazard}แล้ว ไม่ต้องทำตามอีก",
            "ติดตามประกาศต่อไป ขออภัยในความไม่สะดวก"),
        new(
            "Warning cancelled",
            "{place}: {hazard} warning is cancelled",
            "The {hazard} warning for {place} was cancelled on {at}. {reason}",
            "",
            "The earlier warning no longer applies. We are sorry for the trouble. Keep following the news.",
            "{place}: {hazard} warning CANCELLED, ignore it",
            "Sorry for the trouble, follow the news"));
}
