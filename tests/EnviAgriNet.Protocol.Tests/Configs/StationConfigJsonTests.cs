using System.Text;
using EnviAgriNet.Protocol.Configs;

namespace EnviAgriNet.Protocol.Tests.Configs;

public sealed class StationConfigJsonTests
{
    // The example of docs/protocol.md, byte for byte.
    private const string Example =
        """{"version":3,"rules":[{"id":"river-high","series":"water_level","above":4.5,"clear":4.2,"hold":120,"clear_hold":1800,"gap":900,"stands":21600,"severity":"Severe","siren":true,"voice":"river-flood-severe","text":{"th":"น้ำสูง {value} ขนของขึ้นที่สูง","en":"River at {value}: move your things up"}}]}""";

    [Fact]
    public void Decode_TheExample_ComesOutAsTheSameBytes()
    {
        StationConfig config = Decode(Example, out IReadOnlyList<string> faults)!;
        Assert.Empty(faults);
        Assert.Equal(Example, Encoding.UTF8.GetString(StationConfigJson.Encode(config)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\":1,\"rules\":null}")]
    [InlineData("{\"version\":1,\"rules\":[null]}")]
    [InlineData("{\"version\":1,\"sampling\":{}}")]
    [InlineData("{\"version\":0,\"rules\":[]}")]
    [InlineData("{\"version\":1,\"rules\":[{\"id\":\"a\",\"series\":\"pm25\",\"above\":1,\"clear\":1,\"text\":{\"th\":null}}]}")]
    public void Decode_WhatIsNoConfig_IsRefusedWithAReason(string text)
    {
        Assert.Null(Decode(text, out IReadOnlyList<string> faults));
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void Decode_ManyFaults_NamesThemAllWithTheirKeys()
    {
        const string Bad =
            """{"version":4,"rules":[{"id":"Bad","series":"height","above":1,"below":2,"clear":0,"hold":-1,"gap":1,"stands":5,"severity":"Awful","voice":"A b","text":{"fr":"x"}},{"id":"a","series":"pm25","below":5,"clear":4,"text":{"th":"ก"}},{"id":"a","series":"pm25","above":5,"clear":6,"text":{"th":"ก"}}]}""";
        Assert.Null(Decode(Bad, out IReadOnlyList<string> faults));
        string[] keys =
        [
            "rules[0].id", "rules[0].series", "rules[0].severity", "rules[0].voice", "rules[0].above", "rules[0].hold", "rules[0].gap",
            "rules[0].stands", "rules[0].text.th", "rules[0].text.fr", "rules[1].clear", "rules[2].id", "rules[2].clear",
        ];
        Assert.Equal(keys, faults.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal(4, StationConfigJson.VersionOf(Encoding.UTF8.GetBytes(Bad)));
    }

    [Fact]
    public void Decode_TooManyBytesOrRules_IsRefused()
    {
        Assert.Null(Decode(new string(' ', Limits.ConfigBytesMax + 1), out _));
        StationConfig many = new() { Version = 1, Rules = [.. Enumerable.Repeat(new LocalRule(), Limits.LocalRulesMax + 1)] };
        Assert.Contains("too many", Assert.Single(StationConfigRules.FaultsOf(many)), StringComparison.Ordinal);
    }

    [Fact]
    public void FaultsOf_ValuesAtTheirLimits_AreObeyed()
    {
        LocalRule widest = new()
        {
            Series = "water_level",
            Above = 4,
            Clear = 4,
            HoldSeconds = 86_400,
            ClearHoldSeconds = 0,
            GapSeconds = 10,
            StandsSeconds = 86_400,
            Severity = "Severe",
            Text = new Dictionary<string, string> { ["th"] = new('ก', Limits.BoardTextMax) },
        };
        LocalRule[] rules = [.. Enumerable.Range(0, Limits.LocalRulesMax).Select(i => widest with { Id = $"{i:D40}" })];
        Assert.Empty(StationConfigRules.FaultsOf(new StationConfig { Version = Limits.SequenceMax, Rules = rules }));

        LocalRule beyond = widest with
        {
            Id = $"{0:D41}",
            HoldSeconds = 86_401,
            GapSeconds = 9,
            Text = new Dictionary<string, string> { ["th"] = new('ก', Limits.BoardTextMax + 1) },
        };
        IReadOnlyList<string> faults = StationConfigRules.FaultsOf(new StationConfig { Version = Limits.SequenceMax + 1, Rules = [beyond] });
        Assert.Equal(
            ["version", "rules[0].id", "rules[0].hold", "rules[0].gap", "rules[0].text.th"],
            faults.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
    }

    private static StationConfig? Decode(string text, out IReadOnlyList<string> faults) =>
        StationConfigJson.Decode(Encoding.UTF8.GetBytes(text), out faults);
}
