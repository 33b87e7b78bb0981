using System.Globalization;
using System.Net;
using System.Text;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>One mail about some alerts in one language: subject, plain text, and the same as simple HTML. Pure.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Plain">The text.</param>
/// <param name="Html">The text as a page without scripts, pictures and links to elsewhere.</param>
internal sealed record EmailDigest(string Subject, string Plain, string Html)
{
    private const int SubjectUnitsMax = 120;

    /// <summary>The mail of alert messages, the gravest first; what is no alert stands below as it is.</summary>
    public static EmailDigest Of(IReadOnlyList<FullMessage> alerts, IReadOnlyList<string> notes, string language)
    {
        bool isThai = language != Languages.English;
        FullMessage[] ordered = [.. alerts.OrderByDescending(alert => TargetingPolicy.Priority(alert.Severity))];
        StringBuilder plain = new();
        StringBuilder html = new($"<!doctype html><html lang=\"{(isThai ? "th" : "en")}\"><head><meta charset=\"utf-8\"></head><body>\n");
        foreach (FullMessage alert in ordered)
        {
            Add(alert, isThai, plain, html);
        }

        foreach (string note in notes)
        {
            plain.Append(note).Append("\n\n");
            html.Append($"<p>{Lines(note)}</p>\n");
        }

        string foot = isThai
            ? "ข้อความอัตโนมัติจาก EnviAgriNet โปรดอย่าตอบกลับ"
            : "Sent automatically by EnviAgriNet; please do not answer.";
        plain.Append(foot).Append('\n');
        html.Append($"<p><small>{foot}</small></p>\n</body></html>\n");
        return new EmailDigest(SubjectOf(ordered, notes, isThai), plain.ToString(), html.ToString());
    }

    // A line break in a subject would begin another header: every control character becomes a space.
    private static string SubjectOf(FullMessage[] alerts, IReadOnlyList<string> notes, bool isThai)
    {
        string what = alerts.Length switch
        {
            0 => notes.Count > 0 ? notes[0] : "EnviAgriNet",
            1 => alerts[0].Headline,
            _ when isThai => $"เตือนภัย {alerts.Length} เรื่อง: {alerts[0].Headline}",
            _ => $"{alerts.Length} warnings: {alerts[0].Headline}",
        };
        string line = string.Concat(what.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return SmsText.Shorten(line.Trim(), SubjectUnitsMax);
    }

    private static void Add(FullMessage alert, bool isThai, StringBuilder plain, StringBuilder html)
    {
        string until = alert.IsAllClear ? string.Empty : (isThai ? "มีผลถึง " : "Valid until ") + LocalTime.Text(alert.Expires, isThai ? Languages.Thai : Languages.English);
        string news = NewsOf(alert, isThai);
        plain.Append(CultureInfo.InvariantCulture, $"[{news}] {alert.Headline}\n");
        html.Append($"<h2>[{Lines(news)}] {Lines(alert.Headline)}</h2>\n");
        foreach (string part in (string[])[alert.Area, alert.Description, alert.Instruction, until, alert.SenderName])
        {
            if (part.Length > 0)
            {
                plain.Append(part).Append('\n');
                html.Append($"<p>{Lines(part)}</p>\n");
            }
        }

        plain.Append(alert.Identifier).Append("\n\n");
        html.Append($"<p><small>{Lines(alert.Identifier)}</small></p>\n<hr>\n");
    }

    private static string NewsOf(FullMessage alert, bool isThai) => (alert.Type, alert.IsAllClear, isThai) switch
    {
        ("Cancel", _, true) => "ยกเลิก",
        ("Cancel", _, false) => "withdrawn",
        (_, true, true) => "สิ้นสุด",
        (_, true, false) => "ended",
        ("Update", _, true) => "เปลี่ยนแปลง",
        ("Update", _, false) => "changed",
        (_, _, true) => "ใหม่",
        _ => "new",
    };

    private static string Lines(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
