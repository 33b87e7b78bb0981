using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Advisories;

public sealed class BroadcastDeskTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 7, 20);
    private static readonly BroadcastDraft Draft = new("rice", null, RegionId.Parse("50"), "พบเพลี้ยกระโดดใน อ.เมือง ตรวจแปลงด่วน", "Brown planthopper found in Mueang: look at your field");

    private readonly RegistryRoom _room = new();
    private readonly SeasonClock _clock = new(Day);
    private readonly PlotBook _plots;
    private readonly AdviceBook _advice;
    private readonly AuditBook _audit;
    private readonly AdvisoryDesk _desk;
    private readonly BroadcastDesk _broadcasts;

    public BroadcastDeskTests()
    {
        IOptions<AdvisoriesOptions> options = Options.Create(new AdvisoriesOptions());
        _plots = new PlotBook(_room.Database, _clock);
        _advice = new AdviceBook(_room.Database);
        _audit = AuditBooks.On(_room.Database);
        _desk = new AdvisoryDesk(_room.Database, _advice, _room.Deliveries, options);
        _broadcasts = new BroadcastDesk(_room.Database, _plots, _audit, _desk, options, _clock);
        OfficerBook officers = new(_room.Database, _audit, _room.Recipients, _clock);
        officers.Add(new Officer("boss", new HashSet<Role> { Role.Admin }), null);
        officers.Add(new Officer("malee", new HashSet<Role> { Role.Officer }), "boss");
        _clock.Set(Day, new TimeOnly(9, 0));
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Send_ReachesEachGrowerOnce_InTheirLanguage_AndIsWrittenDown()
    {
        Grower("0812345601", "th", "500101");
        long twoPlots = Grower("0812345602", "en", "500102");
        _plots.Put(new Plot(0, twoPlots, "rice", null, RegionId.Parse("500103"), null, null, null, null));
        Grower("0812345603", "th", "510101");
        Grower("0812345604", "th", "500101", crop: "maize");
        long stopped = Grower("0812345605", "th", "500101");
        _room.Database.Write(t =>
        {
            ContactBook.Stop(t, stopped, "sms", _clock.GetUtcNow());
            return 0;
        });

        Assert.Equal(new BroadcastPreview(2, 1, 1, 1), _broadcasts.Preview(Draft).Preview);
        Assert.Equal((2, null), _broadcasts.Send(Draft, "malee"));
        Assert.Equal([Draft.TextEn, Draft.TextTh], Texts().Order(StringComparer.Ordinal));
        Assert.Contains(_audit.List(null, null, 100), line => line.Entry is { Actor: "malee", Action: "advisory.broadcast" });
        Assert.Equal("broadcast", Assert.Single(_advice.Of(twoPlots)).Kind);
    }

    [Fact]
    public void Send_WithoutTheRole_ByNight_TooLong_OrTooOften_IsRefused()
    {
        Grower("0812345601", "th", "500101");
        Assert.Contains("does not have the role", _broadcasts.Send(Draft, "boss").Refusal, StringComparison.Ordinal);
        Assert.Contains("not an active officer", _broadcasts.Send(Draft, "stranger").Refusal, StringComparison.Ordinal);
        Assert.Contains("allowed are 2", _broadcasts.Send(Draft with { TextTh = new string('ก', 200) }, "malee").Refusal, StringComparison.Ordinal);
        Assert.Contains("empty", _broadcasts.Preview(Draft with { TextEn = " " }).Refusal, StringComparison.Ordinal);
        Assert.Contains("not the code of a crop", _broadcasts.Preview(Draft with { Crop = "moonflower" }).Refusal, StringComparison.Ordinal);
        _clock.Set(Day, new TimeOnly(21, 0));
        Assert.Contains("20:00 to 06:00", _broadcasts.Send(Draft, "malee").Refusal, StringComparison.Ordinal);
        Assert.Empty(Texts());

        _clock.Set(Day, new TimeOnly(10, 0));
        for (int n = 0; n < Cloud.Advisories.Limits.BroadcastsPerDayMax; n++)
        {
            Assert.Null(_broadcasts.Send(Draft, "malee").Refusal);
        }

        Assert.Contains("within a day", _broadcasts.Send(Draft, "malee").Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Give_OneADayAndThreeAWeek_AndARepeatQueuesNothing()
    {
        long ann = Grower("0812345601", "th", "500101");
        int given = 0;
        for (int day = 0; day < 7; day++)
        {
            DateTimeOffset at = _clock.GetUtcNow().AddDays(day);
            given += Give(ann, $"water:{day}", at) ? 1 : 0;
            Assert.False(Give(ann, $"heat:{day}", at), "a second one on the same day");
        }

        Assert.Equal(3, given);
        Assert.Equal(3, Texts().Count);
        Assert.False(Give(ann, "water:0", _clock.GetUtcNow().AddDays(20)), "the same key again");
        Assert.True(Give(ann, "water:new", _clock.GetUtcNow().AddDays(20)));
        Assert.False(Give(ann + 100, "water:new", _clock.GetUtcNow()), "to nobody");
    }

    private bool Give(long subscriber, string key, DateTimeOffset at) =>
        _desk.Give(subscriber, [new Advisory("water", 1, key, "water=irrigate", "text", AsksToAct: true)], at, at) is not null;

    private long Grower(string number, string language, string region, string crop = "rice")
    {
        long id = _room.Database.Write(t => _room.Subscribers.Enter(t, RegistryRoom.Person(number, "sms", language, region)).Id);
        _plots.Put(new Plot(0, id, crop, null, RegionId.Parse(region), null, null, null, null));
        return id;
    }

    private List<string> Texts() => _room.Database.Read(c => c.List(
        "SELECT m.text FROM delivery d JOIN message m ON m.id = d.message WHERE d.alert LIKE 'advisory:%' ORDER BY d.id", row => row.GetString(0)));
}
