using System.CommandLine;
using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Cap;
using CapSchema = EnviAgriNet.Testing.CapSchema;

namespace EnviAgriNet.Cloud.Tests.Alerts;

public sealed class AlertDeskTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Station City = RegionBench.StationOf("cm-city", "5001", "องค์การบริหารส่วนตำบลน้ำบ่อหลวงและพื้นที่ใกล้เคียงทั้งหมด");
    private static readonly Station River = RegionBench.StationOf("cr-river", "5701", "แม่น้ำกก", bank: 5, ground: 0);

    [Fact]
    public async Task Save_AnEpisode_EveryVersionIsValidCapAndRefersToTheOnesBefore()
    {
        using RegionBench bench = await EpisodeAsync();

        Assert.Equal(bench.Alerts.Count, bench.Alerts.Select(a => a.Identifier).Distinct().Count());
        Assert.All(bench.Alerts, a => Assert.Equal((a.EventId, a.Version), (bench.Book.Find(a.Identifier)!.EventId, bench.Book.Find(a.Identifier)!.Version)));
        Assert.Null(bench.Book.Find("urn:oid:1.2.3"));
        foreach (AlertVersion version in bench.Alerts)
        {
            CapReadResult read = CapReader.Read(Encoding.UTF8.GetBytes(version.CapXml));
            Assert.Empty(read.Faults);
            CapAlert cap = read.Alert!;
            Assert.Empty(CapRules.Check(cap));
            Assert.Empty(CapSchema.FaultsOf(Encoding.UTF8.GetBytes(version.CapXml)));
            Assert.True(WmoIdentifier.TryParse(cap.Identifier, out _), cap.Identifier);
            Assert.Empty(CapRules.CheckPublicFeed(cap));
            Assert.Equal(version.Identifier, cap.Identifier);
            Assert.StartsWith("urn:oid:2.49.0.1.764.0.2026.3.", cap.Identifier, StringComparison.Ordinal);
            Assert.Equal(version.State == AlertState.Draft ? CapStatus.Draft : CapStatus.Exercise, cap.Status);
            Assert.Equal(["th-TH", "en-US"], cap.Infos.Select(i => i.Language));
            Assert.Equal(TimeSpan.FromHours(7), cap.Sent.Offset);
            Assert.Equal(version.IsAllClear, cap.Infos[0].ResponseTypes.Contains(CapResponseType.AllClear));
            Assert.Contains(new CapValue("DOPA", version.Region.Code), cap.Infos[0].Areas[0].Geocodes);
            Assert.All(version.Sms.Values, s => Assert.InRange(s.Length, 10, SmsText.UnitsMax));
            Assert.True(version.ExpiresAt > version.SentAt);
            AssertReferences(bench, version, cap);
        }
    }

    [Fact]
    public async Task Save_AnEpisode_VersionsCountAndExtensionsPageNobody()
    {
        using RegionBench bench = await EpisodeAsync();

        foreach (IGrouping<string, AlertVersion> versions in bench.Alerts.GroupBy(a => a.EventId))
        {
            Assert.Equal(Enumerable.Range(1, versions.Count()), versions.Select(v => v.Version));
            List<AlertVersion> told = versions.Where(v => v.State == AlertState.Released).ToList();
            Assert.Equal("Alert", told[0].Type);
            Assert.All(told.Skip(1), v => Assert.Equal("Update", v.Type));
            Assert.True(told[^1].IsAllClear);
        }

        Assert.Contains(bench.Alerts, a => !a.Pages);
        Assert.All(bench.Alerts.Where(a => !a.Pages), a => Assert.False(a.Siren));
        Assert.Contains(bench.Alerts, a => a is { Siren: true, Hazard: "river-flood", Severity: "Severe" });
        Assert.Contains(bench.Alerts, a => a.Sms["th"].StartsWith("[ซ้อม] ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Book_ReleasedVersions_AreSignalledAndTargetedOnce()
    {
        using RegionBench bench = await EpisodeAsync();
        await bench.Book.WaitForReleaseAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);
        IReadOnlyList<AlertVersion> waiting = bench.Book.Untargeted();
        Assert.Equal(bench.Alerts.Count(a => a.State == AlertState.Released), waiting.Count);

        bench.Registry.Write(c =>
        {
            foreach (AlertVersion version in waiting)
            {
                bench.Book.MarkTargeted(c, version.Identifier);
            }

            return 0;
        });

        Assert.Empty(bench.Book.Untargeted());
        Assert.False(bench.Book.WaitForReleaseAsync(CancellationToken.None).IsCompleted);
        AlertVersion targeted = bench.Alerts.First(a => a.Identifier == waiting[0].Identifier);
        Assert.Equal((AlertState.Targeted, waiting[0].CapXml), (targeted.State, targeted.CapXml));
        using AlertBook again = new(bench.Registry);
        Assert.False(again.WaitForReleaseAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Book_ReleasedBeforeAKill_IsSignalledAtTheNextStart()
    {
        using RegionBench bench = await EpisodeAsync();
        using AlertBook again = new(bench.Registry);
        Assert.True(again.WaitForReleaseAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task AlertList_Json_PrintsEveryVersion()
    {
        using RegionBench bench = await EpisodeAsync();
        string folder = Path.GetDirectoryName(bench.Registry.Read(c => c.DataSource))!;
        Lines console = new();
        RootCommand root = new();
        AlertCommand.AddTo(root, console);
        int code = await root.Parse(["alert", "list", "--json", "--set", $"Cloud:DataFolder={folder}"]).InvokeAsync();

        Assert.Equal(ExitCodes.Ok, code);
        using var json = System.Text.Json.JsonDocument.Parse(Assert.Single(console.Out));
        Assert.Equal(bench.Alerts.Count, json.RootElement.GetArrayLength());
        Assert.Equal(
            bench.Alerts[^1].Identifier, json.RootElement[0].GetProperty("identifier").GetString());
    }

    private static void AssertReferences(RegionBench bench, AlertVersion version, CapAlert cap)
    {
        List<string> before = bench.Alerts
            .Where(a => a.EventId == version.EventId && a.Version < version.Version && a.State == AlertState.Released)
            .Select(a => a.Identifier).ToList();
        Assert.Equal(before.Count > 0, cap.References is not null);
        if (cap.References is not null)
        {
            Assert.True(CapReference.TryParseAll(cap.References, out IReadOnlyList<CapReference> references));
            Assert.Equal(before, references.Select(r => r.Identifier));
        }
    }

    private static async Task<RegionBench> EpisodeAsync()
    {
        RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City, River);
        await bench.StartAsync();
        List<(StationId, Reading)> readings = [];
        for (int minute = 0; minute < 8 * 24 * 60; minute += 10)
        {
            double hours = minute / 60.0;
            if (minute % 60 == 0)
            {
                readings.Add((City.Id, RegionBench.Of("pm25", Start.AddMinutes(minute), hours is > 30 and < 110 ? 130 : 15)));
            }

            double level = hours switch { < 40 => 1, < 60 => 1 + ((hours - 40) * 0.25), < 90 => 6 - ((hours - 60) * 0.15), _ => 1.5 };
            readings.Add((River.Id, RegionBench.Of("water_level", Start.AddMinutes(minute), level)));
        }

        await bench.PostAsync(readings);
        return bench;
    }

    private sealed class Lines : IConsole
    {
        public List<string> Out { get; } = [];

        public void Line(string text) => Out.Add(text);

        public void Error(string text) => Assert.Fail(text);
    }
}
