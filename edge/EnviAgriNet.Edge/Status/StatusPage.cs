using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Edge.Status;

/// <summary>
/// The page on the centre's screen: in Thai and English, in big letters, what a passer-by has to know. It asks nobody but this program,
/// and works without script.
/// </summary>
internal static class StatusPage
{
    private const int RefreshSeconds = 10;

    /// <summary>What a browser may do with the page: its own style, letters and script, requests to where it came from, and nothing else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{HashOf(PageStyle.Text)}'; script-src 'sha256-{HashOf(PageScript.Text)}'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The page of a report.</summary>
    /// <param name="report">How the centre is.</param>
    /// <param name="form">The button.</param>
    /// <param name="told">What is said to whoever has just pressed it in vain; null for nothing.</param>
    public static string Render(StatusReport report, AcknowledgeForm form, (string Thai, string English)? told = null)
    {
        IReadOnlyList<Trouble> troubles = Trouble.Of(report);
        string station = PageWords.Html(report.Station);
        (string mood, string thai, string english) = Say(report);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <noscript><meta http-equiv="refresh" content="{RefreshSeconds};url=/"></noscript>
            <title>{station}: {thai}</title><style>{PageStyle.Text}</style><script>{PageScript.Text}</script></head>
            <body class="{mood}"><header><h1>ศูนย์ {station} <span lang="en">Centre</span></h1><p>{PageWords.Date(report.At)}</p></header>
            <p id="old" role="alert" hidden>หน้าจอนี้ไม่ได้รับข้อมูลใหม่ ตรวจว่าเครื่องของศูนย์ยังทำงาน <span lang="en">This page is old: look whether the centre's computer still works</span></p><main>
            """);
        if (told is { } words)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"told\" role=\"alert\">{words.Thai} <span lang=\"en\">{words.English}</span></p>");
        }

        AlertCards.Write(page, report, form);
        page.Append(CultureInfo.InvariantCulture, $"""
            <section><h2 class="gone">ทุกอย่างเรียบร้อยหรือไม่ <span lang="en">Is everything all right?</span></h2>
            <p class="say" role="status">{thai} <span lang="en">{english}</span></p>
            """);
        if (troubles.Count > 1)
        {
            page.Append("<ul class=\"more\">");
            foreach (Trouble trouble in troubles.Skip(1))
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{trouble.Thai} <span lang=\"en\">{trouble.English}</span></li>");
            }

            page.Append("</ul>");
        }

        page.Append("</section>");
        AlertCards.WriteEnded(page, report);
        ValueTable.Write(page, report);
        return page.Append("</main></body></html>").ToString();
    }

    /// <summary>The one sentence, in Thai and English, and how serious it is: the worst that is not all right, and how much more there is.</summary>
    internal static (string Mood, string Thai, string English) Say(StatusReport report)
    {
        IReadOnlyList<Trouble> troubles = Trouble.Of(report);
        if (troubles.Count == 0)
        {
            return (string.Empty, "ทุกอย่างเรียบร้อย ส่งข้อมูลครบแล้ว", "Everything is all right, and sent");
        }

        Trouble worst = troubles[0];
        int others = troubles.Count - 1;
        return others == 0
            ? (worst.Mood, worst.Thai, worst.English)
            : (worst.Mood, $"{worst.Thai} และอีก {others} เรื่อง", $"{worst.English}. And {others} more");
    }

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
