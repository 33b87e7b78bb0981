using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;

namespace EnviAgriNet.Edge.Status;

/// <summary>The page on the centre's screen: in Thai and English, in big letters, what a passer-by has to know. No script.</summary>
internal static class StatusPage
{
    private const int RefreshSeconds = 10;
    private const int DepthOfRest = 16;
    /// <summary>What a browser may do with the page: no script, no other host, its own style alone.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string Style = """
        body{font-family:"Noto Sans Thai",Sarabun,sans-serif;margin:0;padding:3vw;background:#0b3d2e;color:#fff}
        h1{font-size:max(1rem,3vw);font-weight:400;margin:0 0 2vw}
        .say{font-size:max(1.5rem,6vw);line-height:1.15;margin:0}
        .say small{display:block;font-size:max(1rem,3vw);opacity:.85}
        .warn{background:#8a4b00}.bad{background:#7a1020}
        table{margin-top:3vw;border-collapse:collapse;font-size:max(1rem,2.4vw);width:100%}
        td{padding:.6vw 1vw;border-top:1px solid #ffffff40}td.v{text-align:right;font-weight:700}
        .silent td{opacity:.6}
        .alert{margin:0 0 2vw;padding:1.5vw 2vw;background:#b00020;border-radius:1vw;font-size:max(1.5rem,4vw)}
        .alert small{display:block;font-size:max(1rem,2.4vw)}.alert.seen{background:#5a3a00}
        .alert button{font:inherit;font-size:max(1rem,2.4vw);margin:1vw 1vw 0 0;padding:1vw 2vw;border:0;border-radius:.6vw}
        """;

    /// <summary>The page of a report.</summary>
    public static string Render(StatusReport report, AcknowledgeForm form)
    {
        (string mood, string thai, string english) = Say(report);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="th"><head><meta charset="utf-8"><meta http-equiv="refresh" content="{RefreshSeconds}">
            <meta name="viewport" content="width=device-width"><title>{Text(report.Station)}</title><style>{Style}</style></head>
            <body class="{mood}"><h1>{Text(report.Station)}</h1>
            """);
        foreach (AlertStatus alert in report.Alerts)
        {
            Alert(page, alert, form);
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <p class="say">{thai}<small lang="en">{english}</small></p>
            """);
        if (report.Series.Count > 0)
        {
            page.Append("<table>");
            foreach (SeriesStatus series in report.Series)
            {
                Row(page, series);
            }

            page.Append("</table>");
        }

        return page.Append("</body></html>").ToString();
    }

    /// <summary>The one sentence, in Thai and English, and how serious it is.</summary>
    internal static (string Mood, string Thai, string English) Say(StatusReport report)
    {
        if (report.Disk != "ok")
        {
            return ("bad", "ดิสก์เต็ม ยังรับข้อมูลใหม่ไม่ได้", "The disk is full: no new readings can be taken");
        }

        if (report.Link != "up")
        {
            return report.HoursLeft is { } left
                ? ("warn", $"ไม่มีอินเทอร์เน็ต ข้อมูลยังปลอดภัยได้อีก {Hours(left)} ชั่วโมง",
                    $"No internet. The readings are safe for {Hours(left)} more hours")
                : ("warn", "ไม่มีอินเทอร์เน็ต ข้อมูลเก็บไว้อย่างปลอดภัยในเครื่องนี้",
                    "No internet. The readings are kept safe in this computer");
        }

        if (report.Depth > DepthOfRest)
        {
            return ("warn", $"กำลังส่งข้อมูลที่ค้างอยู่ {Hours(report.HoursWaiting)} ชั่วโมง",
                $"Sending readings of {Hours(report.HoursWaiting)} hours that were waiting");
        }

        int silent = report.Series.Count(s => s.IsSilent);
        int doubtful = report.Series.Count(s => !s.IsSilent && s.Quality >= (int)QualityFlag.Suspect);
        return silent > 0 ? ("warn", $"ค่าที่วัด {silent} ชนิดไม่มีสัญญาณ ตรวจเครื่องวัดและสาย", $"{silent} of the series below are silent: look at their sensors and cables")
            : doubtful > 0 ? ("warn", $"ค่าที่วัด {doubtful} ชนิดน่าสงสัย ตรวจเครื่องวัด", $"{doubtful} of the series below are in doubt: look at their sensors")
            : report.Clock == StatusReporter.NameOf(ClockState.Unsynced) ? ("warn", "ส่งข้อมูลครบแล้ว แต่นาฬิกายังไม่ได้ตั้ง", "Everything is sent, and the clock is not set yet")
            : report.ConfigRefused is not null ? ("warn", "ส่งข้อมูลครบแล้ว แต่ค่าตั้งใหม่ผิดและไม่ได้ใช้", "Everything is sent, and a new config was refused")
            : (string.Empty, "ทุกอย่างเรียบร้อย ส่งข้อมูลครบแล้ว", "Everything is all right, and sent");
    }

    private static void Alert(StringBuilder page, AlertStatus alert, AcknowledgeForm form)
    {
        string thai = alert.Text.GetValueOrDefault(Languages.Thai) ?? alert.Text.Values.FirstOrDefault() ?? alert.Identifier;
        string english = alert.Text.GetValueOrDefault(Languages.English) ?? string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"""
            <div class="alert{(alert.AcknowledgedBy is null ? string.Empty : " seen")}">{Text(thai)}<small lang="en">{Text(english)}</small>
            """);
        if (alert.AcknowledgedBy is { } by)
        {
            string at = LocalTime.Of(alert.AcknowledgedAt ?? alert.ShownAt).ToString("HH:mm", CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"""
                <small>รับทราบแล้วโดย {Text(by)} เวลา {at} น. <span lang="en">Acknowledged by {Text(by)} at {at}</span></small></div>
                """);
            return;
        }

        if (!alert.IsOnBoard)
        {
            page.Append("</div>");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <form method="post" action="{AcknowledgeForm.Path}"><input type="hidden" name="token" value="{form.Token}">
            <input type="hidden" name="alert" value="{Text(alert.Identifier)}">
            """);
        foreach (string code in form.Operators)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <button name="by" value="{Text(code)}">รับทราบ ({Text(code)}) <span lang="en">Acknowledge</span></button>
                """);
        }

        page.Append("</form></div>");
    }

    private static void Row(StringBuilder page, SeriesStatus series)
    {
        SeriesName name = SeriesName.Parse(series.Name);
        string place = name.Metres is { } m ? $" {m:0.##} m" : string.Empty;
        string channel = name.Channel is { } c ? $" ({Text(c)})" : string.Empty;
        string at = LocalTime.Of(series.TakenAt).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
        string value = series.IsSilent
            ? $"ไม่มีสัญญาณ <small lang=\"en\">silent since {at}</small>"
            : $"{series.Value.ToString("0.##", CultureInfo.InvariantCulture)} {Text(series.Unit)}";
        string doubt = series.Quality < (int)QualityFlag.Suspect ? string.Empty : series.Test is { } test && DoubtWords.Of(test) is { } words
            ? $" ⚠ <small>{words.Thai} <span lang=\"en\">{words.English}</span></small>"
            : " ⚠";
        page.Append(CultureInfo.InvariantCulture, $"""
            <tr{(series.IsSilent ? " class=\"silent\"" : string.Empty)}><td>{name.Quantity.NameTh}{place}{channel}
            <small lang="en">{Text(name.Quantity.NameEn)}</small></td><td class="v">{value}{doubt}</td><td>{at}</td></tr>
            """);
    }

    private static string Hours(double hours) =>
        hours < 10 ? hours.ToString("0.#", CultureInfo.InvariantCulture) : Math.Round(hours).ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
