using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>What the officers' desk shows, and orders that are tried before they are given.</summary>
public sealed class DeskEndpointsTests : IAsyncLifetime
{
    private const string Words = """ "text_th": "น้ำป่ากำลังมา หนีขึ้นที่สูง", "text_en": "Flash flood coming: go to high ground" """;

    private readonly ReleaseCloud _cloud = new();
    private DeskCalls _calls = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _calls = new DeskCalls(_cloud);
        _cloud.Room.Subscribe(RegistryRoom.Person("0812345678", "phone"), RegistryRoom.Person("0812345679", "phone", "en"), RegistryRoom.Person("0812345670", "phone", "my"));
        _cloud.Room.Get<StationBook>().Store([RegistryRoom.Station("station-1", "500101")]);
    }

    public async Task DisposeAsync()
    {
        _calls.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Desk_TellsWhatWaitsWithItsClock_AndWhatHappensWhenNobodyAnswers()
    {
        _cloud.Open("H");
        _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe);
        JsonNode desk = await _calls.ReadAsync("vin", "desk");

        JsonNode flood = desk["waiting"]!.AsArray().Single(w => (string)w!["hazard"]! == "flash-flood")!;
        Assert.InRange((int)flood["seconds_left"]!, 500, 600);
        Assert.Equal(("drop", 2, "system"), ((string)flood["then"]!, (int)flood["persons"]!, (string)flood["by"]!));
        Assert.Equal((3, 1), ((int)flood["people"]!, (int)flood["centres"]!));
        Assert.Equal("เชียงใหม่", (string)flood["place"]!["th"]!);
        Assert.Equal((10.0, "drop"), ((double)desk["policies"]![0]!["wait_minutes"]!, (string)desk["policies"]![0]!["then"]!));
        Assert.Contains("river-flood", desk["hazards"]!.AsArray().Select(h => (string)h!));
    }

    [Fact]
    public async Task Trial_OfEveryOrder_TellsWhatWouldHappen_AndKeepsNothing()
    {
        long waiting = _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe).Number;
        JsonNode made = await _calls.DoAsync("malee", "alerts", $$"""{"hazard":"haze","level":"Moderate","region":"500101","until":"{{Later(5)}}", {{Words}},"reason":"a call"}""");
        long told = (long)made["number"]!;
        await Eventually.HoldsAsync("the warning is queued", TimeSpan.FromSeconds(20), () => _cloud.StateOf(told) == Cloud.Alerts.AlertState.Targeted);
        string before = _cloud.Memory();
        int audit = _cloud.Room.Get<AuditBook>().List(null, null, 10_000).Count;

        JsonNode first = await _calls.DoAsync("malee", $"trial/alerts/{waiting}/release", "{\"reason\":null}");
        Assert.Equal(("done", "waits", 1, 3, true), ((string)first["fate"]!, (string)first["goes"]!, (int)first["persons_missing"]!, (int)first["people"]!, (bool)first["siren"]!));
        JsonNode composed = await _calls.DoAsync("somchai", "trial/alerts", $$"""{"hazard":"flash-flood","level":"Severe","region":"5001","until":"{{Later(5)}}", {{Words}} }""");
        Assert.Equal(("waits", 2), ((string)composed["goes"]!, (int)composed["persons_missing"]!));
        JsonNode haze = await _calls.DoAsync("malee", "trial/alerts", $$"""{"hazard":"haze","level":"Minor","region":"5001","until":"{{Later(5)}}", {{Words}} }""");
        Assert.Equal(("now", 0), ((string)haze["goes"]!, (int)haze["persons_missing"]!));
        Assert.Equal("now", (string)(await _calls.DoAsync("malee", $"trial/alerts/{told}/cancel", "{\"level\":null}"))["goes"]!);
        Assert.Equal("now", (string)(await _calls.DoAsync("malee", $"trial/alerts/{told}/all-clear", "{\"level\":null}"))["goes"]!);
        Assert.Equal("nothing", (string)(await _calls.DoAsync("malee", $"trial/alerts/{told}/extend", $$"""{"until":"{{Later(30)}}"}"""))["goes"]!);
        Assert.Equal("now", (string)(await _calls.DoAsync("malee", $"trial/alerts/{told}/edit", """{"text_th":"ฝุ่นสูงมาก"}"""))["goes"]!);
        Assert.Equal(("waits", 2), Pair(await _calls.DoAsync("somchai", $"trial/alerts/{waiting}/edit", """{"text_th":"หนีเดี๋ยวนี้"}""")));
        Assert.Equal("nothing", (string)(await _calls.DoAsync("malee", $"trial/alerts/{waiting}/drop", "{\"level\":null}"))["goes"]!);
        Assert.Equal(403, (await _calls.PostAsync("vin", $"trial/alerts/{waiting}/drop", "{}")).Status);
        Assert.Equal(401, (await _calls.PostAsync(null, $"trial/alerts/{waiting}/drop", "{}")).Status);

        Assert.Equal(before, _cloud.Memory());
        Assert.Equal(audit, _cloud.Room.Get<AuditBook>().List(null, null, 10_000).Count);

        // And the orders themselves do as their trials said.
        Assert.Contains("needs 1 more", (string)(await _calls.DoAsync("malee", $"alerts/{waiting}/release", """{"reason":"seen"}"""))["text"]!, StringComparison.Ordinal);
        Assert.Equal("now", (string)(await _calls.DoAsync("suda", $"trial/alerts/{waiting}/release", "{\"level\":null}"))["goes"]!);
    }

    [Fact]
    public async Task Trial_ShowsEachPhone_InItsLanguageAndParts()
    {
        string body = $$"""
            {"hazard":"haze","level":"Moderate","region":"500101","until":"{{Later(5)}}", {{Words}}, "detail_th":"{{new string('ก', 140)}}"}
            """;
        JsonNode trial = await _calls.DoAsync("malee", "trial/alerts", body);
        Dictionary<string, JsonNode> phones = trial["phones"]!.AsArray().ToDictionary(p => (string)p!["language"]!, p => p!);
        Assert.Equal(["en", "my", "th"], phones.Keys.Order());
        Assert.Equal("en", (string)phones["my"]["told_in"]!);
        Assert.Equal("UCS-2", (string)phones["th"]["sms"]!["encoding"]!);
        Assert.Equal((140, 3, 3), ((int)phones["th"]["detail"]!["units"]!, (int)phones["th"]["detail"]!["parts"]!, phones["th"]["detail"]!["splits"]!.AsArray().Count));
        Assert.Equal(("GSM-7", 160, 1), ((string)phones["en"]["sms"]!["encoding"]!, (int)phones["en"]["sms"]!["units_max"]!, (int)phones["en"]["contacts"]!));
        Assert.Null(phones["en"]["detail"]);
        JsonNode suggestion = await _calls.ReadAsync("somchai", "suggestion?hazard=flash-flood&level=severe&region=500101");
        Assert.DoesNotMatch("[ ,]$", (string)suggestion["text_th"]!);
        Assert.DoesNotMatch("[0-9]+ mm", (string)suggestion["text_en"]! + (string)suggestion["detail_en"]!);
    }

    [Fact]
    public async Task Release_OfWordsThatChangedMeanwhile_IsRefused()
    {
        long number = _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe).Number;
        string seen = (string)(await _calls.ReadAsync("malee", $"alerts/{number}"))["mark"]!;
        await _calls.DoAsync("somchai", $"alerts/{number}/edit", """{"text_th":"หนีเดี๋ยวนี้","reason":"shorter"}""");

        JsonNode refused = await _calls.DoAsync("malee", $"alerts/{number}/release", $$"""{"reason":"seen","seen":"{{seen}}"}""", 409);
        Assert.Contains("read it again", (string)refused["text"]!, StringComparison.Ordinal);
        string now = (string)(await _calls.ReadAsync("malee", $"alerts/{number}"))["mark"]!;
        await _calls.DoAsync("malee", $"alerts/{number}/release", $$"""{"reason":"seen","seen":"{{now}}"}""");
        JsonNode sheet = await _calls.ReadAsync("suda", $"alerts/{number}");
        Assert.Equal(["malee"], sheet["hold"]!["approvals"]!.AsArray().Select(a => (string)a!));
        Assert.Equal(["release", "edit", "drop"], sheet["can"]!.AsArray().Select(a => (string)a!));
        Assert.Contains(sheet["steps"]!.AsArray(), s => (string)s!["action"]! == "alert.edited" && (string)s["who"]! == "somchai");
    }

    [Fact]
    public async Task Order_OutsideTheOfficersRegions_IsForbidden_AndChangesNothing()
    {
        long number = _cloud.Open().Number;
        OfficerBook officers = _cloud.Room.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("nan", new HashSet<Role> { Role.Releaser }) { Regions = [RegionId.Parse("55")] }, "boss"));
        _cloud.Tokens["nan"] = officers.NewToken("nan", "boss").Token!;
        string before = _cloud.Memory();
        foreach (string order in (string[])["release", "drop", "edit", "cancel", "all-clear", "extend"])
        {
            string body = $$"""{"reason":"x","until":"{{Later(5)}}","text_th":"x"}""";
            Assert.Equal("forbidden", (string)(await _calls.DoAsync("nan", $"alerts/{number}/{order}", body, 403))["fate"]!);
        }

        await _calls.DoAsync("nan", "alerts", $$"""{"hazard":"haze","level":"Minor","region":"50","until":"{{Later(5)}}", {{Words}},"reason":"x"}""", 403);
        Assert.Equal(before, _cloud.Memory());
        await _calls.DoAsync("nan", "alerts", $$"""{"hazard":"haze","level":"Minor","region":"5501","until":"{{Later(5)}}", {{Words}},"reason":"x"}""");
    }

    [Fact]
    public async Task Questions_Noise_AreAnsweredWithAReason()
    {
        const int Seed = 20261123;
        Random random = new(Seed);
        string[] paths = ["desk", "alerts/", "suggestion?hazard=", "suggestion?level=severe&region=", "places?within=", "rules/", "rules/haze/", "rehearsals/", "rehearsals/drill/", "suggestion?until="];
        string[] values = ["", "haze", "50", "-1", "99999999999999999999", "0", "%00", "%F0%9F%98%80", "a/b", "..%2f..%2fetc", "haze&level=severe&region=50", "%27%20OR%201=1", new string('9', 500)];
        string before = _cloud.Memory();
        for (int round = 0; round < 300; round++)
        {
            string path = paths[random.Next(paths.Length)] + values[random.Next(values.Length)];
            (int status, _) = await _calls.GetAsync(random.Next(20) == 0 ? null : "malee", path);
            Assert.True(status is 200 or 400 or 401 or 404 or 405 or 429, $"seed {Seed}, round {round}: {status} to {path}");
        }

        Assert.Equal(before, _cloud.Memory());
    }

    private static (string Goes, int Missing) Pair(JsonNode trial) => ((string)trial["goes"]!, (int)trial["persons_missing"]!);

    private static string Later(int hours) =>
        DateTimeOffset.UtcNow.Date.AddDays(1).AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
