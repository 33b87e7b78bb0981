using System.Globalization;
using System.Text;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>
/// A mail as it travels (RFC 5322, 2045 to 2047): both texts in base64, the subject in encoded words. Nothing that comes from outside
/// stands in it as it is, so that no text can become a header. Pure.
/// </summary>
internal static class EmailMime
{
    // An encoded word has at most 75 characters: 12 around it, and base64 makes 60 of 45 bytes.
    private const int WordBytesMax = 45;
    private const int LineMax = 76;
    private const string Boundary = "=_eag";
    private const string End = "\r\n";

    /// <summary>The bytes, with CRLF line ends and no line that begins with a dot.</summary>
    public static byte[] Write(string from, string to, EmailDigest digest, string name, DateTimeOffset date)
    {
        StringBuilder mail = new();
        mail.Append("From: EnviAgriNet <").Append(from).Append('>').Append(End);
        mail.Append("To: <").Append(to).Append('>').Append(End);
        mail.Append("Subject: ").Append(Words(digest.Subject)).Append(End);
        mail.Append("Date: ").Append(date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)).Append(End);
        mail.Append("Message-ID: <").Append(name).Append('@').Append(from.Split('@')[1]).Append('>').Append(End);
        mail.Append("Auto-Submitted: auto-generated").Append(End).Append("MIME-Version: 1.0").Append(End);
        mail.Append("Content-Type: multipart/alternative; boundary=\"").Append(Boundary).Append('"').Append(End).Append(End);
        Add(mail, "text/plain", digest.Plain);
        Add(mail, "text/html", digest.Html);
        mail.Append("--").Append(Boundary).Append("--").Append(End);
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static void Add(StringBuilder mail, string type, string text)
    {
        mail.Append("--").Append(Boundary).Append(End).Append("Content-Type: ").Append(type).Append("; charset=utf-8").Append(End);
        mail.Append("Content-Transfer-Encoding: base64").Append(End).Append(End);
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        for (int at = 0; at < body.Length; at += LineMax)
        {
            mail.Append(body.AsSpan(at, Math.Min(LineMax, body.Length - at))).Append(End);
        }
    }

    // A character must not be divided between two words.
    private static string Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        int bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > WordBytesMax)
            {
                words.Add(word.ToString());
                word.Clear();
                bytes = 0;
            }

            word.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(word.ToString());
        return string.Join(End + " ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}
