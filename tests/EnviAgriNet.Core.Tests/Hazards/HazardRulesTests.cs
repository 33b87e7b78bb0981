using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Tests.Hazards;

public sealed class HazardRulesTests
{
    private static readonly HazardRule Haze = DefaultRules.Of(HazardKind.Haze);
    private static readonly Site City = ProvinceBench.SiteOf("cm-city", "500102");

    [Fact]
    public void RulesFor_ASite_IsOneRuleForEachHazard()
    {
        IReadOnlyList<HazardRule> rules = new HazardRules().RulesFor(City);

        Assert.Equal(Enum.GetValues<HazardKind>(), rules.Select(r => r.Hazard));
        Assert.Contains(rules, r => r.Id == "flash-flood");
        Assert.Contains(new HazardRules().RulesFor(City with { Zone = "01" }), r => r.Id == "flash-flood-zone-01");
        Assert.Contains(new HazardRules().RulesFor(City with { Zone = "02" }), r => r.Id == "flash-flood");
    }

    [Theory]
    [InlineData("everywhere,50,5001", "5001")]
    [InlineData("5001,50,everywhere", "5001")]
    [InlineData("everywhere,51", "everywhere")]
    [InlineData("51,5101", "")]
    [InlineData("everywhere,500102,zone", "zone")]
    [InlineData("5002,500103,everywhere,50", "50")]
    public void RulesFor_SeveralScopes_TheClosestWins(string scopes, string winner)
    {
        HazardRules rules = new(scopes.Split(',').Select(Scoped));

        Assert.Equal(winner, rules.RulesFor(City with { Zone = "north" }).SingleOrDefault()?.Id ?? string.Empty);
    }

    [Fact]
    public void RulesFor_EquallyClose_TheAddedOneGoesBeforeTheDefault()
    {
        HazardRule mine = Haze with { Id = "zz-mine", Version = 3 };

        Assert.Equal(mine, Assert.Single(new HazardRules([Haze, mine]).RulesFor(City)));
        Assert.Equal(mine, Assert.Single(new HazardRules([mine, Haze]).RulesFor(City)));
    }

    [Fact]
    public void Rivals_OnlyScopesThatNameOnePlaceAlike()
    {
        Assert.True(RuleScope.Everywhere.Rivals(RuleScope.Everywhere));
        Assert.False(RuleScope.Everywhere.Rivals(Scoped("50").Scope));
        Assert.True(Scoped("50").Scope.Rivals(Scoped("50").Scope));
        Assert.False(Scoped("50").Scope.Rivals(Scoped("5001").Scope));
    }

    [Fact]
    public void MemoryOf_AQuantity_ReachesAsFarAsItsMeasuresAndTheLongestWarning()
    {
        HazardRules rules = new();

        Assert.Equal(TimeSpan.FromHours(25 + 24), rules.MemoryOf("pm25"));
        Assert.Equal(TimeSpan.FromHours(361 + 30), rules.MemoryOf("rain"));
        Assert.Equal(TimeSpan.FromDays(45) + TimeSpan.FromHours(1), rules.MemoryOf("spi_3"));
    }

    [Theory]
    [InlineData("08:00", "20:00", "01:00", true)]
    [InlineData("08:00", "20:00", "12:59", true)]
    [InlineData("08:00", "20:00", "13:00", false)]
    [InlineData("08:00", "20:00", "00:59", false)]
    [InlineData("22:00", "06:00", "15:00", true)]
    [InlineData("22:00", "06:00", "22:59", true)]
    [InlineData("22:00", "06:00", "23:00", false)]
    [InlineData("22:00", "06:00", "14:59", false)]
    public void Contains_ATimeOfUtc_GoesByTheClockOfBangkok(string from, string until, string utc, bool isIn)
    {
        DailyHours hours = new(TimeOnly.Parse(from), TimeOnly.Parse(until));

        Assert.Equal(isIn, hours.Contains(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) + TimeOnly.Parse(utc).ToTimeSpan()));
    }

    private static HazardRule Scoped(string scope) => Haze with
    {
        Id = scope,
        Scope = scope switch
        {
            "everywhere" => RuleScope.Everywhere,
            "zone" => new RuleScope { Zones = ["north"] },
            _ => new RuleScope { Regions = [RegionId.Parse(scope)] },
        },
    };
}
