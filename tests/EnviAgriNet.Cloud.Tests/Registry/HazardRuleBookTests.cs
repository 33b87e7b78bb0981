using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Tests.Registry;

public sealed class HazardRuleBookTests : IDisposable
{
    private static readonly HazardRule Mine = DefaultRules.Of(HazardKind.Haze) with
    {
        Id = "haze-north",
        Scope = new RuleScope { Regions = [RegionId.Parse("50")] },
    };

    private readonly RegistryRoom _room = new();

    private HazardRuleBook Book => new(_room.Database, TimeProvider.System, AuditBooks.On(_room.Database));

    public void Dispose() => _room.Dispose();

    [Fact]
    public void New_ARegistryWithoutRules_HasThoseOfTheProgramOn()
    {
        Assert.Equal(DefaultRules.All.OrderBy(r => r.Id, StringComparer.Ordinal), Book.On);
        Assert.All(Book.All, e => Assert.Equal((0, HazardRuleState.On), (e.Rule.Version, e.State)));
    }

    [Fact]
    public void Add_Twice_MakesTwoDraftsThatDoNotJudge()
    {
        HazardRuleBook book = Book;
        HazardRuleEntry first = book.Add(Mine with { Version = 7 }, "nurse", "our valley");
        HazardRuleEntry second = book.Add(Mine, "nurse", "again");

        Assert.Equal((1, 2), (first.Rule.Version, second.Rule.Version));
        Assert.Equal(("nurse", "our valley", HazardRuleState.Draft), (first.By, first.Reason, first.State));
        Assert.DoesNotContain(book.On, r => r.Id == Mine.Id);
        Assert.Equal(HazardRuleJson.Write(Mine with { Version = 2 }), HazardRuleJson.Write(Book.Find(Mine.Id, null)!.Rule));
    }

    [Fact]
    public void SwitchOn_AVersionNeverTried_IsRefusedWithoutAReason()
    {
        HazardRuleBook book = Book;
        book.Add(Mine, "nurse", "our valley");

        Assert.Contains("never tried", book.SwitchOn(Mine.Id, 1, "nurse", null));
        Assert.Contains("never tried", book.SwitchOn(Mine.Id, 1, "nurse", " "));
        Assert.DoesNotContain(book.On, r => r.Id == Mine.Id);
        Assert.Null(book.SwitchOn(Mine.Id, 1, "nurse", "the flood is here"));
        Assert.Contains(Book.On, r => r.Id == Mine.Id);
        Assert.Contains(book.Steps(Mine.Id), s => s is { Step: "on", By: "nurse", Reason: "untried: the flood is here" });
    }

    [Fact]
    public void MarkTried_AVersion_LetsItBeSwitchedOn()
    {
        HazardRuleBook book = Book;
        book.Add(Mine, "nurse", "our valley");

        Assert.True(book.MarkTried(Mine.Id, 1, "12 events, 2 false", "nurse"));
        Assert.Equal((HazardRuleState.Tried, "12 events, 2 false"), (book.Find(Mine.Id, 1)!.State, book.Find(Mine.Id, 1)!.Trial));
        Assert.Null(book.SwitchOn(Mine.Id, 1, "nurse", null));
        Assert.True(book.MarkTried(Mine.Id, 1, "13 events", "nurse"));
        Assert.Equal((HazardRuleState.On, "13 events"), (book.Find(Mine.Id, 1)!.State, book.Find(Mine.Id, 1)!.Trial));
        Assert.False(book.MarkTried(Mine.Id, 9, "x", "nurse"));
        Assert.False(book.MarkTried("none", 0, "x", "nurse"));
        Assert.True(book.MarkTried("haze", 0, "x", "nurse"));
        Assert.Equal(["added", "tried", "on", "tried"], book.Steps(Mine.Id).Select(s => s.Step));
    }

    [Fact]
    public void SwitchOn_AVersionOfARuleOfTheProgram_TakesItsPlaceUntilItIsBroughtBack()
    {
        HazardRuleBook book = Book;
        book.Add(DefaultRules.Of(HazardKind.Haze), "nurse", "stricter");
        Assert.Null(book.SwitchOn("haze", 1, "nurse", "now"));
        Assert.Equal(1, Assert.Single(Book.On, r => r.Hazard == HazardKind.Haze).Version);

        Assert.Null(book.SwitchOff("haze", "nurse"));
        Assert.DoesNotContain(Book.On, r => r.Hazard == HazardKind.Haze);
        Assert.Contains("is not on", book.SwitchOff("haze", "nurse"));

        Assert.Null(book.SwitchOn("haze", 0, "nurse", null));
        Assert.Equal(0, Assert.Single(Book.On, r => r.Hazard == HazardKind.Haze).Version);
        Assert.Equal(HazardRuleState.Off, Book.Find("haze", 1)!.State);
    }

    [Fact]
    public void SwitchOn_ARivalAtTheSamePlaces_IsRefusedWithItsName()
    {
        HazardRuleBook book = Book;
        book.Add(Mine, "nurse", "our valley");
        book.Add(Mine with { Id = "haze-other" }, "nurse", "other");
        book.Add(Mine with { Id = "haze-city", Scope = new RuleScope { Regions = [RegionId.Parse("5001")] } }, "nurse", "city");
        Assert.Null(book.SwitchOn(Mine.Id, 1, "nurse", "x"));

        Assert.Contains("haze-north:1 is on for the same hazard", book.SwitchOn("haze-other", 1, "nurse", "x"));
        Assert.Null(book.SwitchOn("haze-city", 1, "nurse", "x"));
        Assert.Contains("there is no version 5", book.SwitchOn(Mine.Id, 5, "nurse", "x"));
        Assert.Contains("there is no rule", book.SwitchOff("none", "nurse"));
    }

    [Fact]
    public void Refresh_WhatAnotherProcessSwitched_IsSeen()
    {
        HazardRuleBook running = Book;
        IReadOnlyList<HazardRule> before = running.On;
        Assert.False(running.Refresh());
        Assert.Same(before, running.On);

        Book.SwitchOff("cold", "nurse");

        Assert.True(running.Refresh());
        Assert.DoesNotContain(running.On, r => r.Id == "cold");
    }

    [Fact]
    public void Refresh_ARuleThatCannotBeRead_IsLeftOutAndNamed()
    {
        HazardRuleBook book = Book;
        book.Add(Mine, "nurse", "our valley");
        _room.Database.Write(c => c.Run("UPDATE hazard_rule SET json = replace(json, 'pm25_24h', 'pm99_24h'), state = 'On'")
            + c.Run("UPDATE hazard_rule_edition SET edition = edition + 1"));

        Assert.True(book.Refresh());
        Assert.Contains("haze-north:1: moderate.raise.measure: 'pm99_24h' is none", Assert.Single(book.Unreadable));
        Assert.DoesNotContain(book.On, r => r.Id == Mine.Id);
        Assert.Contains(book.On, r => r.Id == "haze");
    }

    [Fact]
    public void Import_AZone_ReachesTheSiteAndAFileWithoutItLeavesItAlone()
    {
        const string Head = "id,region,name_th,name_en,latitude,longitude,bank_m,ground_m";
        const string Row = "hill-one,5001,ดอย,Hill,18,98,,";
        Assert.Equal(1, _room.Stations.Import(new StringReader($"{Head},zone\n{Row},01\n")).Added);
        Assert.Equal("01", _room.Stations.Find(StationId.Parse("hill-one"))!.ToSite().Zone);

        Assert.Equal(1, _room.Stations.Import(new StringReader($"{Head}\n{Row}\n")).Unchanged);
        Assert.Equal(1, _room.Stations.Import(new StringReader($"{Head},zone\n{Row},\n")).Updated);
        Assert.Null(_room.Stations.Find(StationId.Parse("hill-one"))!.Zone);
    }
}
