using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Email;

namespace EnviAgriNet.Cloud.Tests.Channels.Email;

public sealed class EmailDigestTests
{
    [Fact]
    public void Of_SeveralAlerts_GravestFirst_EachWithWhatHappenedToIt()
    {
        EmailDigest digest = EmailDigest.Of(
            [Message("mild", "Moderate"), Message("over", "Minor", "Update", ends: true), Message("grave", "Extreme", "Update")], [], "th");

        Assert.Equal("เตือนภัย 3 เรื่อง: grave", digest.Subject);
        string[] heads = [.. digest.Plain.Split('\n').Where(line => line.StartsWith('['))];
        Assert.Equal(["[เปลี่ยนแปลง] grave", "[ใหม่] mild", "[สิ้นสุด] over"], heads);
        Assert.Contains("มีผลถึง 22 พ.ย. 2569 19:00 น.", digest.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_English_IsEnglish()
    {
        EmailDigest digest = EmailDigest.Of([Message("Severe haze", "Severe")], [], "en");

        Assert.Equal("Severe haze", digest.Subject);
        Assert.Contains("Valid until 22 Nov 2026 19:00", digest.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nBcc: victim@example.org")]
    [InlineData("a\nContent-Type: text/html\n\n<script>")]
    [InlineData("a\u2028Bcc: x@y.z\u2029\u0085\0")]
    public void Of_LineBreaksInAHeadline_StayOneSubject(string headline)
    {
        EmailDigest digest = EmailDigest.Of([Message(headline, "Severe")], [], "en");

        Assert.DoesNotContain(digest.Subject, c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    [Fact]
    public void Of_MarkupInATopic_IsTextInHtml()
    {
        EmailDigest digest = EmailDigest.Of([Message("<script>alert(1)</script>", "Severe")], ["<img src=x>"], "en");

        Assert.DoesNotContain("<script", digest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", digest.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duty@pcd.go.th", true)]
    [InlineData("a.b+c@sub.example.org", true)]
    [InlineData("a@b", true)]
    [InlineData("a@b\r\nBcc: c@d", false)]
    [InlineData("a@b, c@d", false)]
    [InlineData("\"a b\"@c", false)]
    [InlineData("a@b@c", false)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a..b@c.d", false)]
    [InlineData("a@-c.d", false)]
    [InlineData("Name <a@b.c>", false)]
    [InlineData("อีเมล@b.c", false)]
    public void Address_OnlyThePlainForm_IsOne(string text, bool isOne) => Assert.Equal(isOne, EmailAddress.Is(text));

    [Theory]
    [InlineData("2026-11-22T10:07:00Z", 8)]
    [InlineData("2026-11-22T10:14:59Z", 1)]
    [InlineData("2026-11-22T10:15:00Z", 15)]
    public void UntilDigest_OfAQuarter_IsTheNextFullOne(string now, int minutes) => Assert.Equal(
        minutes, (int)Math.Ceiling(EmailChannel.UntilDigest(DateTimeOffset.Parse(now), TimeSpan.FromMinutes(15)).TotalMinutes));

    private static FullMessage Message(string headline, string severity, string type = "Alert", bool ends = false) => new(
        $"urn:{severity}", "E", type, "haze", severity, ends, "th", "หมอกควัน", headline, "ฝุ่นสูง", "สวมหน้ากาก", "ช้างเผือก", "ทดสอบ",
        new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
}
