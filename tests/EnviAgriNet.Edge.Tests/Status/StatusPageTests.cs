using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Status;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Tests.Status;

/// <summary>What a passer-by reads on the centre's screen.</summary>
public sealed class StatusPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly StatusReport Well = new() { Station = "cm-01", Link = "up", Clock = "synced", At = Now, Series = [Series()] };

    private static readonly Dictionary<string, (StatusReport Report, string English)> Troubles = new()
    {
        ["disk"] = (Well with { Disk = "full" }, "The disk is full"),
        ["disk read"] = (Well with { Disk = "broken" }, "The disk cannot be read"),
        ["warnings kept"] = (Well with { AreAlertsUnkept = true }, "Warnings cannot be kept"),
        ["siren"] = (Well with { IsSirenDeaf = true }, "warn people in another way"),
        ["link"] = (Well with { Link = "down", HoursLeft = 12 }, "No internet. The readings are safe for 12 more hours"),
        ["link of unknown rate"] = (Well with { Link = "connecting" }, "No internet. The readings are kept safe"),
        ["cloud"] = (Well with { IsAlone = true }, "the cloud does not answer"),
        ["depth"] = (Well with { Depth = 100, HoursWaiting = 3 }, "Sending readings of 3 hours"),
        ["lost"] = (Well with { LostLately = 1 }, "1 reading lost"),
        ["rejected"] = (Well with { RejectedLately = 2 }, "2 packs refused"),
        ["nothing measured"] = (Well with { Series = [] }, "No value has come yet"),
        ["silent"] = (Well with { Series = [Series(), Series() with { IsSilent = true }] }, "1 of the series below are silent"),
        ["doubt"] = (Well with { Series = [Series() with { Quality = 3 }] }, "1 of the series below are in doubt"),
        ["unjudged"] = (Well with { UnjudgedReadings = 3 }, "3 readings came too fast"),
        ["clock"] = (Well with { Clock = "unsynced" }, "The clock is not set yet"),
        ["config"] = (Well with { ConfigRefused = 4 }, "A new config was refused"),
        ["certificate ends"] = (Well with { CertificateDays = 20.5 }, "ends in 21 days"),
        ["certificate ended"] = (Well with { CertificateDays = -1 }, "certificate of this centre has ended"),
        ["unseen warning"] = (Well with { Alerts = [Alarm()] }, "nobody has acknowledged"),
        ["seen warning"] = (Well with { Alerts = [Alarm() with { AcknowledgedBy = "head" }] }, "still in force"),
    };

    public static TheoryData<string> TroubleNames() => [.. Troubles.Keys];

    [Theory]
    [MemberData(nameof(TroubleNames))]
    public void Say_WhatIsNotWell_IsNeverCalledAllRight(string what)
    {
        (StatusReport report, string english) = Troubles[what];
        (string mood, string thai, string said) = StatusPage.Say(report);
        Assert.NotEmpty(mood);
        Assert.DoesNotContain("เรียบร้อย", thai, StringComparison.Ordinal);
        Assert.Contains(english, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_AllWell_IsSaid()
    {
        Assert.Equal((string.Empty, "ทุกอย่างเรียบร้อย ส่งข้อมูลครบแล้ว", "Everything is all right, and sent"), StatusPage.Say(Well));
        Assert.Empty(Trouble.Of(Well with { CertificateDays = 200, Series = [Series(), Series() with { Name = "pm25/raw", IsSilent = true }] }));
    }

    [Fact]
    public void Say_SeveralFaults_NamesTheWorstSaysHowManyMore_AndThePageListsThem()
    {
        StatusReport report = Well with { ConfigRefused = 4, Disk = "full", Series = [Series() with { IsSilent = true }] };
        (string mood, string thai, string english) = StatusPage.Say(report);
        Assert.Equal("bad", mood);
        Assert.EndsWith(" และอีก 2 เรื่อง", thai, StringComparison.Ordinal);
        Assert.StartsWith("The disk is full", english, StringComparison.Ordinal);
        Assert.EndsWith("And 2 more", english, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(StatusPage.Render(report, Form()), "<li>"));
    }

    [Fact]
    public void Render_Alarm_SaysWhatToDoAndUntilWhen_AndHasAButtonOnlyWhereItDoesSomething()
    {
        AlertStatus alarm = Alarm() with
        {
            Instruction = new Dictionary<string, string> { ["th"] = "ขึ้นที่สูง", ["en"] = "go uphill" },
            ExpiresAt = Now.AddHours(2),
            IsOnBoard = false,
        };
        string shown = StatusPage.Render(Well with { Alerts = [alarm] }, Form());
        Assert.Contains("น้ำสูง &lt;4.5 m&gt;", shown, StringComparison.Ordinal);
        Assert.Contains("ขึ้นที่สูง", shown, StringComparison.Ordinal);
        Assert.Contains("<p lang=\"en\">go uphill</p>", shown, StringComparison.Ordinal);
        Assert.Contains("1 พ.ย. 2569 14:00 น.", shown, StringComparison.Ordinal);
        Assert.Contains("3 นาทีที่แล้ว <span lang=\"en\">Received 3 minutes ago", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", shown, StringComparison.Ordinal);
        Assert.Contains("<button", StatusPage.Render(Well with { Alerts = [Alarm()] }, Form()), StringComparison.Ordinal);
        string clear = StatusPage.Render(Well with { Alerts = [Alarm() with { IsAllClear = true }] }, Form());
        Assert.DoesNotContain("<button", clear, StringComparison.Ordinal);
        Assert.Contains("class=\"calm\"><div role=\"status\"", clear, StringComparison.Ordinal);
        Assert.Contains("Everything is all right", clear, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Expired", "หมดเวลาแล้ว", "Its time was up, 2 hours ago")]
    [InlineData("Cancelled", "ยกเลิกแล้ว", "It was cancelled, 2 hours ago")]
    [InlineData("AllClear", "ภัยผ่านไปแล้ว", "The danger is over, 2 hours ago")]
    [InlineData("LocalRule", "เกณฑ์เตือนของศูนย์นี้", "warns no more, 2 hours ago")]
    public void Render_WarningThatIsOver_IsSaidToBeOverAndWhy_AndDoesNotAlarm(string how, string thai, string english)
    {
        EndedAlert ended = new(
            "a", new Dictionary<string, string> { ["th"] = "น้ำสูง" }, Now.AddHours(-2), Enum.Parse<EndedHow>(how), new Dictionary<string, string> { ["th"] = "เครื่องวัดเสีย" });
        string page = StatusPage.Render(Well with { Ended = ended }, Form());
        Assert.Contains(thai, page, StringComparison.Ordinal);
        Assert.Contains(english, page, StringComparison.Ordinal);
        Assert.Contains("1 พ.ย. 2569 10:00 น.", page, StringComparison.Ordinal);
        Assert.Contains("เครื่องวัดเสีย", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", page, StringComparison.Ordinal);
        Assert.Contains("<body class=\"\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Values_AreATableInPeoplesUnits_AndWhatIsSilentOrDoubtfulSaysSo()
    {
        string page = StatusPage.Render(
            Well with
            {
                Series =
                [
                    Series() with { Value = 12.345, AgeSeconds = 125 },
                    Series() with { Name = "soil_temperature:-0.3/b", Unit = "Cel", Value = 31, Quality = 3, Test = "neighbour" },
                    Series() with { Name = "pm10", IsSilent = true, AgeSeconds = 7_200 },
                    Series() with { Name = "pm25/raw", Value = 777 },
                ],
            },
            Form());
        Assert.Contains("<b>12.3</b> µg/m³", page, StringComparison.Ordinal);
        Assert.Contains("2 นาทีที่แล้ว", page, StringComparison.Ordinal);
        Assert.Contains("อุณหภูมิดิน ลึก 0.3 ม. (b)", page, StringComparison.Ordinal);
        Assert.Contains("<b>31.0</b> °C", page, StringComparison.Ordinal);
        Assert.Contains("ต่างจากสถานีรอบข้าง", page, StringComparison.Ordinal);
        Assert.Contains("ไม่มีสัญญาณ", page, StringComparison.Ordinal);
        Assert.Contains("2 ชั่วโมงที่แล้ว", page, StringComparison.Ordinal);
        Assert.DoesNotContain("777", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "scope=\"row\""));
        Assert.Equal(3, Regex.Count(page, "scope=\"col\""));
    }

    [Fact]
    public void DoubtWords_EveryTestAndOneNotKnownHere_HaveWords()
    {
        string[] words = [.. Enum.GetValues<QualityTest>().Select(test => DoubtWords.Of(QualityMark.NameOf(test)).Thai)];
        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.Equal(DoubtWords.Of(null), DoubtWords.Of("a-test-of-tomorrow"));
        Assert.All(words, word => Assert.NotEmpty(word));
    }

    [Theory]
    [InlineData(20, "เมื่อสักครู่", "just now")]
    [InlineData(60, "1 นาทีที่แล้ว", "1 minute ago")]
    [InlineData(3_599, "59 นาทีที่แล้ว", "59 minutes ago")]
    [InlineData(7_200, "2 ชั่วโมงที่แล้ว", "2 hours ago")]
    [InlineData(172_800, "2 วันที่แล้ว", "2 days ago")]
    [InlineData(691_200, "24 ต.ค. 2569 12:00 น.", "24 Oct 2026 12:00")]
    [InlineData(-3_600, "1 พ.ย. 2569 13:00 น.", "1 Nov 2026 13:00")]
    public void AgeWords_ASecondToAWeek_AreWordsAndBeyondADate(int seconds, string thai, string english) =>
        Assert.Equal((thai, english), AgeWords.Of(Now.AddSeconds(-seconds), Now));

    [Fact]
    public void Policy_AllowsTheStyleAndTheScriptOfThePageAndNothingElse()
    {
        string page = StatusPage.Render(Well, Form());
        foreach (string part in (string[])["style", "script"])
        {
            string text = Regex.Match(page, $"<{part}>(?<text>.*?)</{part}>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["text"].Value;
            Assert.Contains($"{part}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", StatusPage.Policy, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    // What is behind the button is not asked here.
    private static AcknowledgeForm Form() => new(null!, null!, Options.Create(new StatusOptions { Operators = "head" }));

    private static SeriesStatus Series() => new("pm25", "ug/m3", 12, Now, 1, null, false);

    private static AlertStatus Alarm() =>
        new("local-river", "Severe", new Dictionary<string, string> { ["th"] = "น้ำสูง <4.5 m>" }, Now.AddMinutes(-3), null, null);
}
