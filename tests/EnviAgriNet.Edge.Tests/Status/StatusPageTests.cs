using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EnviAgriNet.Edge.Status;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Tests.Status;

/// <summary>What a passer-by reads on the centre's screen.</summary>
public sealed class StatusPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly StatusReport Well = new() { Station = "cm-01", Link = "up", Clock = "synced", Series = [Series()] };

    public static TheoryData<string, string> Troubles() => new()
    {
        { nameof(StatusReport.Disk), "The disk is full" },
        { nameof(StatusReport.Link), "No internet. The readings are safe for 12 more hours" },
        { nameof(StatusReport.Depth), "Sending readings of 3 hours" },
        { "silent", "1 of the series below are silent" },
        { "doubt", "1 of the series below are in doubt" },
        { nameof(StatusReport.Clock), "the clock is not set yet" },
        { nameof(StatusReport.ConfigRefused), "a new config was refused" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Say_WhatIsNotWell_IsNeverCalledAllRight(string what, string english)
    {
        StatusReport report = what switch
        {
            nameof(StatusReport.Disk) => Well with { Disk = "full" },
            nameof(StatusReport.Link) => Well with { Link = "down", HoursLeft = 12 },
            nameof(StatusReport.Depth) => Well with { Depth = 100, HoursWaiting = 3 },
            "silent" => Well with { Series = [Series(), Series() with { IsSilent = true }] },
            "doubt" => Well with { Series = [Series() with { Quality = 3 }] },
            nameof(StatusReport.Clock) => Well with { Clock = "unsynced" },
            _ => Well with { ConfigRefused = 4 },
        };
        (string mood, string thai, string said) = StatusPage.Say(report);
        Assert.NotEmpty(mood);
        Assert.DoesNotContain("เรียบร้อย", thai, StringComparison.Ordinal);
        Assert.Contains(english, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_AllWell_IsSaid() => Assert.Equal((string.Empty, "ทุกอย่างเรียบร้อย ส่งข้อมูลครบแล้ว", "Everything is all right, and sent"), StatusPage.Say(Well));

    [Fact]
    public void Render_LocalAlarmOnNoBoard_IsShownWithoutAButtonThatDoesNothing()
    {
        AlertStatus alarm = new("local-river", "Severe", new Dictionary<string, string> { ["th"] = "น้ำสูง <4.5 m>" }, Now, null, null);
        AcknowledgeForm form = Form();
        string shown = StatusPage.Render(Well with { Alerts = [alarm with { IsOnBoard = false }] }, form);
        Assert.Contains("น้ำสูง &lt;4.5 m&gt;", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", shown, StringComparison.Ordinal);
        Assert.Contains("<button", StatusPage.Render(Well with { Alerts = [alarm] }, form), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_AllowsTheStyleOfThePageAndNothingElse()
    {
        string page = StatusPage.Render(Well, Form());
        string style = Regex.Match(page, "<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["css"].Value;
        Assert.Contains(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))), StatusPage.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    // The desk behind the button is not asked here.
    private static AcknowledgeForm Form() => new(null!, Options.Create(new StatusOptions { Operators = "head" }));

    private static SeriesStatus Series() => new("pm25", "ug/m3", 12, Now, 1, null, false);
}
