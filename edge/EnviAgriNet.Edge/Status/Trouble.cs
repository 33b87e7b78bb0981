using System.Globalization;
using EnviAgriNet.Edge.Clock;

namespace EnviAgriNet.Edge.Status;

/// <summary>One thing that is not all right at the centre, in a sentence that somebody there can act upon.</summary>
/// <param name="Mood"><c>bad</c> when something is being lost or somebody may not be warned, else <c>warn</c>.</param>
/// <param name="Thai">The sentence in Thai.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record Trouble(string Mood, string Thai, string English)
{
    private const string Bad = "bad";
    private const string Warn = "warn";
    private const int DepthOfRest = 16;
    private const double HoursLeftLow = 6;
    private const double CertificateDaysLow = 30;

    /// <summary>Everything that is not all right, the worst first.</summary>
    public static IReadOnlyList<Trouble> Of(StatusReport report) => [.. OfAlerts(report), .. OfMachine(report), .. OfLine(report), .. OfReadings(report), .. OfSettings(report)];

    private static IEnumerable<Trouble> OfAlerts(StatusReport report)
    {
        AlertStatus[] warnings = [.. report.Alerts.Where(alert => !alert.IsAllClear)];
        int unseen = warnings.Count(alert => alert is { IsOnBoard: true, AcknowledgedBy: null });
        if (unseen > 0)
        {
            yield return new Trouble(Bad, $"มีคำเตือน {unseen} เรื่องที่ยังไม่มีใครรับทราบ อ่าน ทำตาม แล้วกดปุ่มรับทราบ",
                $"{Count(unseen, "warning")} nobody has acknowledged: read it, do what it says, and press Acknowledge");
        }
        else if (warnings.Length > 0)
        {
            yield return new Trouble(Warn, $"มีคำเตือน {warnings.Length} เรื่องที่ยังมีผล ทำตามคำแนะนำด้านบน", $"{Count(warnings.Length, "warning")} still in force: do what is said above");
        }
    }

    private static IEnumerable<Trouble> OfMachine(StatusReport report)
    {
        if (report.Disk == "full")
        {
            yield return new Trouble(Bad, "ดิสก์เต็ม ยังรับข้อมูลใหม่ไม่ได้ โทรแจ้งผู้ดูแลระบบ", "The disk is full: no new readings can be taken. Call whoever looks after this computer");
        }
        else if (report.Disk != "ok")
        {
            yield return new Trouble(Bad, "อ่านดิสก์ไม่ได้ โทรแจ้งผู้ดูแลระบบ", "The disk cannot be read. Call whoever looks after this computer");
        }

        if (report.AreAlertsUnkept)
        {
            yield return new Trouble(Bad, "คำเตือนบันทึกลงดิสก์ไม่ได้ อย่าปิดเครื่องนี้ โทรแจ้งผู้ดูแลระบบ",
                "Warnings cannot be kept on the disk: do not switch this computer off, and call whoever looks after it");
        }

        if (report.IsSirenDeaf)
        {
            yield return new Trouble(Bad, "ไซเรนหรือป้ายไม่ตอบ ต้องเตือนคนด้วยวิธีอื่น และตรวจไฟกับสาย",
                "The siren or the board does not answer: warn people in another way, and look at its power and cables");
        }
    }

    private static IEnumerable<Trouble> OfLine(StatusReport report)
    {
        if (report.CertificateDays <= 0)
        {
            yield return new Trouble(Bad, "ใบรับรองของสถานีหมดอายุ ส่งข้อมูลไม่ได้ โทรแจ้งผู้ดูแลระบบ", "The certificate of this centre has ended, and nothing can be sent. Call whoever looks after this computer");
        }

        if (report.Link != "up")
        {
            yield return report.HoursLeft is { } left
                ? new Trouble(left < HoursLeftLow ? Bad : Warn, $"ไม่มีอินเทอร์เน็ต ข้อมูลยังปลอดภัยได้อีก {Hours(left)} ชั่วโมง ตรวจเราเตอร์และสาย",
                    $"No internet. The readings are safe for {Hours(left)} more hours. Look at the router and its cables")
                : new Trouble(Warn, "ไม่มีอินเทอร์เน็ต ข้อมูลเก็บไว้อย่างปลอดภัยในเครื่องนี้ ตรวจเราเตอร์และสาย",
                    "No internet. The readings are kept safe in this computer. Look at the router and its cables");
        }
        else if (report.IsAlone)
        {
            yield return new Trouble(Warn, "มีอินเทอร์เน็ต แต่ศูนย์กลางไม่ตอบ ข้อมูลเก็บไว้อย่างปลอดภัยในเครื่องนี้",
                "There is internet, and the cloud does not answer. The readings are kept safe in this computer");
        }
        else if (report.Depth > DepthOfRest)
        {
            yield return new Trouble(Warn, $"กำลังส่งข้อมูลที่ค้างอยู่ {Hours(report.HoursWaiting)} ชั่วโมง รอได้ ไม่ต้องทำอะไร",
                $"Sending readings of {Hours(report.HoursWaiting)} hours that were waiting. There is nothing to do");
        }
    }

    private static IEnumerable<Trouble> OfReadings(StatusReport report)
    {
        if (report.LostLately > 0)
        {
            yield return new Trouble(Bad, $"ข้อมูล {report.LostLately} ค่าสูญหายในหนึ่งวันที่ผ่านมา แจ้งผู้ดูแลระบบ", $"{Count(report.LostLately, "reading")} lost within a day. Tell whoever looks after this computer");
        }

        if (report.RejectedLately > 0)
        {
            yield return new Trouble(Warn, $"ศูนย์กลางไม่รับข้อมูล {report.RejectedLately} ชุดในหนึ่งวันที่ผ่านมา แจ้งผู้ดูแลระบบ",
                $"{Count(report.RejectedLately, "pack")} refused by the cloud within a day. Tell whoever looks after this computer");
        }

        SeriesStatus[] shown = [.. report.Shown];
        int silent = shown.Count(s => s.IsSilent);
        int doubtful = shown.Count(s => s.IsDoubtful && !s.IsSilent);
        if (shown.Length == 0)
        {
            yield return new Trouble(Warn, "ยังไม่ได้รับค่าที่วัดเลย ตรวจไฟของเครื่องวัดและสาย", "No value has come yet: look at the power and cables of the sensors");
        }

        if (silent > 0)
        {
            yield return new Trouble(Warn, $"ค่าที่วัด {silent} ชนิดไม่มีสัญญาณ ตรวจเครื่องวัดและสาย", $"{silent} of the series below are silent: look at their sensors and cables");
        }

        if (doubtful > 0)
        {
            yield return new Trouble(Warn, $"ค่าที่วัด {doubtful} ชนิดน่าสงสัย ตรวจเครื่องวัด", $"{doubtful} of the series below are in doubt: look at their sensors");
        }

        if (report.UnjudgedReadings > 0)
        {
            yield return new Trouble(Warn, $"ค่าที่วัด {report.UnjudgedReadings} ค่ามาเร็วเกินกว่าที่ศูนย์นี้จะตรวจเตือนเองได้ แจ้งผู้ดูแลระบบ",
                $"{Count(report.UnjudgedReadings, "reading")} came too fast for the centre's own warnings. Tell whoever looks after this computer");
        }
    }

    private static IEnumerable<Trouble> OfSettings(StatusReport report)
    {
        if (report.Clock == StatusReporter.NameOf(ClockState.Unsynced))
        {
            yield return new Trouble(Warn, "นาฬิกายังไม่ได้ตั้ง จะตั้งเองเมื่อมีอินเทอร์เน็ต", "The clock is not set yet: it sets itself when there is internet");
        }

        if (report.ConfigRefused is not null)
        {
            yield return new Trouble(Warn, "ค่าตั้งใหม่ผิดและไม่ได้ใช้ แจ้งผู้ดูแลระบบ", "A new config was refused and is not used. Tell whoever sent it");
        }

        if (report.CertificateDays is > 0 and < CertificateDaysLow)
        {
            int days = (int)Math.Ceiling(report.CertificateDays.Value);
            yield return new Trouble(Warn, $"ใบรับรองของสถานีจะหมดอายุใน {days} วัน และยังต่ออายุไม่ได้ แจ้งผู้ดูแลระบบ",
                $"The certificate of this centre ends in {days} {(days == 1 ? "day" : "days")} and was not renewed. Tell whoever looks after this computer");
        }
    }

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string Hours(double hours) =>
        hours < 10 ? hours.ToString("0.#", CultureInfo.InvariantCulture) : Math.Round(hours).ToString(CultureInfo.InvariantCulture);
}
