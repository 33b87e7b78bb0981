using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Edge.Status;

/// <summary>The part of the centre's screen that says what people are warned of, and which warning was over last.</summary>
internal static class AlertCards
{
    /// <summary>Writes the warnings that hold: those nobody has acknowledged first.</summary>
    public static void Write(StringBuilder page, StatusReport report, AcknowledgeForm form)
    {
        foreach (AlertStatus alert in report.Alerts.OrderBy(a => a.IsAllClear || a.AcknowledgedBy is not null))
        {
            Card(page, alert, report.At, form);
        }
    }

    /// <summary>Writes the warning that was over last, in a way that frightens nobody.</summary>
    public static void WriteEnded(StringBuilder page, StatusReport report)
    {
        if (report.Ended is not { } ended)
        {
            if (report.Alerts.Count == 0 && !report.AreAlertsUnkept)
            {
                page.Append("""<p class="none">ไม่มีคำเตือนบนจอนี้ <span lang="en">No warning on this screen</span></p>""");
            }

            return;
        }

        (string language, string words, string? english) = PageWords.Of(ended.Text);
        (string thai, string how) = ended.How switch
        {
            EndedHow.Cancelled => ("ยกเลิกแล้ว", "It was cancelled"),
            EndedHow.AllClear => ("ภัยผ่านไปแล้ว", "The danger is over"),
            EndedHow.LocalRule => ("ค่าที่วัดไม่ถึงเกณฑ์เตือนของศูนย์นี้แล้ว", "The centre's own rule warns no more"),
            _ => ("หมดเวลาแล้ว", "Its time was up"),
        };
        (string agoTh, string agoEn) = AgeWords.Of(ended.EndedAt, report.At);
        page.Append(CultureInfo.InvariantCulture, $"""
            <section id="over"><h2>คำเตือนล่าสุด สิ้นสุดแล้ว <span lang="en">The last warning: it is over</span></h2>
            <p lang="{PageWords.Html(language)}">{PageWords.Html(words)}</p>{English(english)}
            <p>{thai} {agoTh} (มีผลถึง {PageWords.Date(ended.EndedAt)}) <span lang="en">{how}, {agoEn}</span></p>
            """);
        (string whyLanguage, string why, string? whyEnglish) = PageWords.Of(ended.Why);
        if (why.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p lang=\"{PageWords.Html(whyLanguage)}\">{PageWords.Html(why)}</p>{English(whyEnglish)}");
        }

        page.Append("</section>");
    }

    private static void Card(StringBuilder page, AlertStatus alert, DateTimeOffset now, AcknowledgeForm form)
    {
        (string language, string words, string? english) = PageWords.Of(alert.Text);
        (string severity, string severityEn) = alert.Severity switch
        {
            _ when alert.IsAllClear => ("ภัยผ่านไปแล้ว", "The danger is over"),
            "Extreme" => ("คำเตือน รุนแรงที่สุด", "Warning: extreme"),
            "Severe" => ("คำเตือน รุนแรง", "Warning: severe"),
            "Moderate" => ("คำเตือน ปานกลาง", "Warning: moderate"),
            _ => ("คำเตือน", "Warning"),
        };
        string look = alert.IsAllClear ? " class=\"calm\"" : alert.AcknowledgedBy is not null ? " class=\"seen\"" : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"""
            <article id="{IdOf(alert.Identifier)}"{look}><div role="{(alert.IsAllClear ? "status" : "alert")}">
            <p>{severity} <span lang="en">{severityEn}</span></p>
            <h2 lang="{PageWords.Html(language)}">{PageWords.Html(words.Length > 0 ? words : alert.Identifier)}</h2>{English(english)}
            """);
        (string doLanguage, string instruction, string? doEnglish) = PageWords.Of(alert.Instruction);
        if (instruction.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <p class="do"><b>สิ่งที่ต้องทำ <span lang="en">What to do</span></b><span lang="{PageWords.Html(doLanguage)}">{PageWords.Html(instruction)}</span></p>{English(doEnglish)}
                """);
        }

        (string thai, string ago) = AgeWords.Of(alert.ShownAt, now);
        string until = alert.ExpiresAt is { } end ? $" มีผลถึง <span lang=\"en\">Until</span> {PageWords.Date(end)}" : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"</div><p class=\"when\">ได้รับ {thai} <span lang=\"en\">Received {ago}.</span>{until}</p>");
        if (alert.AcknowledgedBy is { } by)
        {
            (string agoTh, string agoEn) = AgeWords.Of(alert.AcknowledgedAt ?? alert.ShownAt, now);
            page.Append(CultureInfo.InvariantCulture, $"""
                <p>✓ รับทราบแล้วโดย {PageWords.Html(by)} {agoTh} <span lang="en">Acknowledged by {PageWords.Html(by)} {agoEn}</span></p>
                """);
        }
        else if (alert is { IsOnBoard: true, IsAllClear: false })
        {
            Buttons(page, alert, form);
        }

        page.Append("</article>");
    }

    private static void Buttons(StringBuilder page, AlertStatus alert, AcknowledgeForm form)
    {
        page.Append(CultureInfo.InvariantCulture, $"""
            <form method="post" action="{AcknowledgeForm.Path}"><input type="hidden" name="token" value="{form.Token}">
            <input type="hidden" name="alert" value="{PageWords.Html(alert.Identifier)}">
            """);
        foreach (string code in form.Operators)
        {
            // Where only one may press, their code says nothing to anybody.
            string who = form.Operators.Count > 1 ? $" ({PageWords.Html(code)})" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"""
                <button name="by" value="{PageWords.Html(code)}" data-key="{IdOf(alert.Identifier)}-{PageWords.Html(code)}">รับทราบ{who} <span lang="en">Acknowledge</span></button>
                """);
        }

        page.Append("</form>");
    }

    private static string English(string? text) => text is null ? string.Empty : $"<p lang=\"en\">{PageWords.Html(text)}</p>";

    // An identifier may hold what an id in a page may not.
    private static string IdOf(string identifier) => $"a{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)))[..12]}";
}
