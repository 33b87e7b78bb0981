using System.Text.Json.Nodes;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Tests.Hazards;

public sealed class HazardRuleJsonTests
{
    public static TheoryData<string> Ids => [.. DefaultRules.All.Select(r => r.Id)];

    /// <summary>A change to the document of the flash-flood rule, and what must be said of it.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "id", "\"Flash Flood\"", "id: is not words of a-z" },
        { "id", "null", "id: is missing" },
        { "hazard", "\"smoke\"", "hazard: 'smoke' is none; known are haze" },
        { "name", "{\"th\":\"\",\"en\":\"x\"}", "name.th: is no text" },
        { "name", "3", "name: is no object" },
        { "confirmed", "\"yes\"", "confirmed: is neither true nor false" },
        { "scope", "{\"regions\":[\"501\"]}", "scope.regions: '501' is not a code" },
        { "scope", "{\"region\":[\"50\"]}", "scope.region: is unknown; known are regions, zones" },
        { "moderate", "null", "moderate: is missing" },
        { "moderate", "{\"raise\":{\"measure\":\"rain_2h\",\"is\":\">\",\"value\":1}}", "moderate.raise.measure: 'rain_2h' is none" },
        { "moderate", "{\"raise\":{\"any\":[]}}", "moderate.raise.any: is no list of one or more conditions" },
        { "moderate", "{\"raise\":{\"all\":[{\"any\":[{\"all\":[]}]}]}}", "moderate.raise.all[0].any[0].all: conditions stand in one another" },
        { "moderate", "{\"raise\":{\"any\":[{\"measure\":\"rain_1h\",\"is\":\"=\",\"value\":1}]}}", "moderate.raise.any[0].is: '=' is not one of" },
        { "moderate", "{\"raise\":{\"measure\":\"rain_1h\",\"is\":\">\",\"value\":\"9\"}}", "moderate.raise.value: is no number" },
        { "moderate", "{\"raise\":{\"measure\":\"rain_1h\",\"is\":\">\",\"value\":1e300}}", "moderate.raise.value: is no number" },
        { "raise_between", "{\"from\":\"25:00\",\"until\":\"06:00\"}", "raise_between.from: is no time of day" },
        { "raise_between", "{\"from\":\"06:00\",\"until\":\"06:00\"}", "raise_between.until: is the same time" },
        { "timing", "{}", "timing.clear_hold: is missing" },
        { "witnesses", "{\"motion\":{\"quantity\":\"pm25\",\"readings_min\":3,\"span_min\":\"00:20:00\",\"rate_per_hour_max\":5,\"burst_per_hour_max\":25,\"step_share_max\":0.5,\"step_free\":0.1}}", "witnesses.motion.quantity: 'pm25' is in no measure" },
        { "witnesses", "{\"persistence\":{\"measure\":\"rain_24h\",\"is\":\">\",\"value\":1,\"hours\":9,\"of\":6}}", "witnesses.persistence.hours: is more than of" },
        { "witnesses", "{\"persistence\":{\"measure\":\"pm25_24h\",\"is\":\">\",\"value\":1,\"hours\":3,\"of\":6}}", "witnesses.persistence.measure: 'pm25_24h' is not judged" },
        { "colour", "\"red\"", "colour: is unknown" },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void Read_WhatWasWritten_IsTheSameRule(string id)
    {
        HazardRule rule = DefaultRules.All.Single(r => r.Id == id);
        string json = HazardRuleJson.Write(rule, isIndented: true);

        HazardRule? read = HazardRuleJson.Read(json, out IReadOnlyList<string> faults);

        Assert.Empty(faults);
        Assert.Equal(json, HazardRuleJson.Write(read!, isIndented: true));
        Assert.Equal((rule.Hazard, rule.Timing, rule.RaiseBetween), (read!.Hazard, read.Timing, read.RaiseBetween));
        Assert.Equal((rule.Witnesses.Motion, rule.Witnesses.Persistence), (read.Witnesses.Motion, read.Witnesses.Persistence));
        Assert.Equal(rule.Moderate.Raise.Terms, read.Moderate.Raise.Terms);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_WithAFault_NamesItAndItsPlace(string field, string value, string fault)
    {
        JsonObject document = HazardRuleJson.ToNode(DefaultRules.Of(HazardKind.FlashFlood));
        document[field] = JsonNode.Parse(value);

        Assert.Null(HazardRuleJson.Read(document.ToJsonString(), out IReadOnlyList<string> faults));

        Assert.Contains(faults, f => f.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithManyFaults_NamesThemAll()
    {
        const string Rule = """
            {"id":"X","hazard":"smoke","name":{"th":"ก"},"moderate":{"raise":{"measure":"rain","is":"!","value":"1"}},
             "timing":{"onset_hold":"0","clear_hold":"03:00:00","silence_after":"30:00:00","validity":"01:00:00","extend_ahead":"02:00:00",
             "all_clear_validity":"06:00:00"}}
            """;

        Assert.Null(HazardRuleJson.Read(Rule, out IReadOnlyList<string> faults));

        string[] places = ["id", "hazard", "name.en", "source", "moderate.raise.measure", "moderate.raise.is", "moderate.raise.value",
            "timing.silence_after", "timing.validity"];
        Assert.All(places, p => Assert.Contains(faults, f => f.StartsWith(p + ":", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    [InlineData("null")]
    [InlineData("7")]
    public void Read_NoObject_IsOneFault(string json)
    {
        Assert.Null(HazardRuleJson.Read(json, out IReadOnlyList<string> faults));
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void Read_RandomDamage_NeverThrows()
    {
        string json = HazardRuleJson.Write(DefaultRules.Of(HazardKind.RiverFlood));
        for (int seed = 0; seed < 2000; seed++)
        {
            Random random = new(seed);
            char[] damaged = json.ToCharArray();
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = "{}[]\":,0-9tnx"[random.Next(13)];
            }

            HazardRule? rule = HazardRuleJson.Read(new string(damaged), out IReadOnlyList<string> faults);
            Assert.True(rule is null == faults.Count > 0, $"seed {seed}");
            if (rule is not null)
            {
                _ = new HazardRules([rule]).RulesFor(new Site(StationId.Parse("any-site"), RegionId.Parse("5001"), 1, 0));
            }
        }
    }

    [Fact]
    public void Read_WithoutHoldAndWitnesses_HoldsWhatRaises()
    {
        JsonObject document = HazardRuleJson.ToNode(DefaultRules.Of(HazardKind.Cold));
        document["moderate"]!.AsObject().Remove("hold");
        document.Remove("witnesses");

        HazardRule rule = HazardRuleJson.Read(document.ToJsonString(), out _)!;

        Assert.Equal(rule.Moderate.Raise, rule.Moderate.Hold);
        Assert.Equal(new RuleWitnesses(), rule.Witnesses);
    }
}
