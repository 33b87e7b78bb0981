using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>Vectors: CapValidatorTest, CapUtilTest and GoogleProfileTest of google/cap-library.</summary>
public sealed class CapRulesTests
{
    private static readonly DateTimeOffset Sent = new(2026, 3, 1, 7, 0, 0, TimeSpan.FromHours(7));
    private static readonly CapArea Area = new() { Description = "Mae Rim" };

    private static readonly CapInfo Info = new()
    {
        Categories = [CapCategory.Met],
        Event = "Flood",
        Urgency = CapUrgency.Expected,
        Severity = CapSeverity.Severe,
        Certainty = CapCertainty.Likely,
        Expires = Sent.AddHours(6),
        Areas = [Area],
    };

    private static readonly CapAlert Valid = new()
    {
        Identifier = "id-2",
        Sender = "sender",
        Sent = Sent,
        Status = CapStatus.Actual,
        MessageType = CapMessageType.Alert,
        Scope = CapScope.Public,
        Infos = [Info],
    };

    [Fact]
    public void Check_Valid_FindsNothing()
    {
        Assert.Empty(CapRules.Check(Valid));
        Assert.Empty(CapRules.CheckPublicFeed(Valid));
        Assert.Empty(CapRules.Check(Valid with
        {
            MessageType = CapMessageType.Update,
            References = new CapReference("sender", "id-1", Sent.AddHours(-1)).ToString(),
        }));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData("a<b")]
    [InlineData("a&b")]
    [InlineData("")]
    public void Check_NameWithForbiddenCharacters_IsAFault(string name)
    {
        AssertFault(CapRules.Check(Valid with { Identifier = name }), "alert/identifier");
        AssertFault(CapRules.Check(Valid with { Sender = name }), "alert/sender");
    }

    [Fact]
    public void Check_ConditionalElements_AreAskedFor()
    {
        AssertFault(CapRules.Check(Valid with { Scope = CapScope.Restricted }), "alert/restriction");
        AssertFault(CapRules.Check(Valid with { Restriction = "x" }), "alert/restriction");
        AssertFault(CapRules.Check(Valid with { Scope = CapScope.Private }), "alert/addresses");
        foreach (CapMessageType type in Enum.GetValues<CapMessageType>().Where(t => t != CapMessageType.Alert))
        {
            AssertFault(CapRules.Check(Valid with { MessageType = type }), "alert/references");
        }
    }

    [Theory]
    [InlineData("foobar")]
    [InlineData("sender,id-2,2026-03-01T06:00:00+07:00")]
    [InlineData("sender,id-1,2026-03-01T08:00:00+07:00")]
    [InlineData("sender,id-1,2026-03-01T06:00:00Z")]
    public void Check_BadReferences_AreAFault(string references) => AssertFault(
        CapRules.Check(Valid with { MessageType = CapMessageType.Update, References = references }), "alert/references");

    [Theory]
    [InlineData("18,98 18,99 19,99 18,98", null)]
    [InlineData("18,98 18,99 18,98", "pairs")]
    [InlineData("18,98 18,99 19,99 19,98", "closed")]
    [InlineData("18,98 19,99 18,99 19,98 18,98", "crosses")]
    [InlineData("98,18 98,19 99,19 98,18", "pair")]
    [InlineData("18,98 18;99 19,99 18,98", "pair")]
    public void Check_Polygon_SaysWhatIsWrong(string polygon, string? rule)
    {
        IReadOnlyList<CapFault> faults = CapRules.Check(With(Area with { Polygons = [polygon] }));

        Assert.Equal(rule is null, faults.Count == 0);
        Assert.All(faults, f => Assert.Contains(rule!, f.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_HeightsAndCircles_AreChecked()
    {
        AssertFault(CapRules.Check(With(Area with { Ceiling = 100 })), "alert/info[1]/area[1]/ceiling");
        AssertFault(CapRules.Check(With(Area with { Altitude = 200, Ceiling = 100 })), "alert/info[1]/area[1]/ceiling");
        Assert.Empty(CapRules.Check(With(Area with { Altitude = 100, Ceiling = 200, Circles = ["18.5,98.5 10"] })));
        AssertFault(CapRules.Check(With(Area with { Circles = ["18.5,98.5 -1"] })), "alert/info[1]/area[1]/circle");
    }

    [Theory]
    [InlineData("a&nbsp;string", true)]
    [InlineData("a <strong>string</strong>", true)]
    [InlineData("a&zzzzzzz;", false)]
    [InlineData("5 < 7 and 8 > 6", false)]
    public void CheckPublicFeed_Html_IsAFault(string text, bool isHtml) => Assert.Equal(
        isHtml, CapRules.CheckPublicFeed(With(Info with { Description = text })).Count > 0);

    [Fact]
    public void CheckPublicFeed_WhatFeedsAskFor_IsAskedFor()
    {
        AssertFault(CapRules.CheckPublicFeed(With(Info with { Headline = new string('x', 141) })), "alert/info[1]/headline");
        AssertFault(CapRules.CheckPublicFeed(With(Info with { Expires = null })), "alert/info[1]/expires");
        AssertFault(CapRules.CheckPublicFeed(With(Info with { Expires = Sent })), "alert/info[1]/expires");
        AssertFault(CapRules.CheckPublicFeed(With(Info with { Areas = [] })), "alert/info[1]/area");
        AssertFault(CapRules.CheckPublicFeed(Valid with { Infos = [] }), "alert/info");
        AssertFault(
            CapRules.CheckPublicFeed(Valid with { Infos = [Info, Info with { Categories = [CapCategory.Geo] }] }),
            "alert/info[2]");
        AssertFault(CapRules.Check(With(Info with { Effective = Sent.AddHours(7) })), "alert/info[1]/expires");
    }

    private static CapAlert With(CapInfo info) => Valid with { Infos = [info] };

    private static CapAlert With(CapArea area) => With(Info with { Areas = [area] });

    private static void AssertFault(IReadOnlyList<CapFault> faults, string element) =>
        Assert.Contains(faults, f => f.Element == element);
}
