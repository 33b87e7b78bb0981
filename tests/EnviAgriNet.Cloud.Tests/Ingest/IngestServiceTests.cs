using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace EnviAgriNet.Cloud.Tests.Ingest;

public sealed class IngestServiceTests
{
    private const string Head = "{\"bn\":\"urn:eag:centre-1:\",\"bt\":1772323200,\"box\":\"box\",\"seq\":2";

    /// <summary>A payload, the rule it breaks, and whether its number can be read so that it is rejected by receipt.</summary>
    public static TheoryData<string, string, bool> BadPacks { get; } = new()
    {
        { "garbage", "not-json", false },
        { "{}", "not-senml", false },
        { "[]", "empty", false },
        { "", "not-json", false },
        { "[" + Head + ",\"n\":\"pm25\",\"v\":1},{\"n\":\"pm25\",\"v\":", "not-json", true },
        { "[" + Head + ",\"n\":\"pm25\",\"v\":1},7]", "not-senml", true },
        { "[{\"bn\":\"urn:eag:centre-1:\",\"bt\":1772323200,\"box\":\"box\",\"n\":\"pm25\",\"v\":1}]", "bad-sequence", false },
        { "[{\"bn\":\"urn:eag:centre-1:\",\"bt\":1772323200,\"box\":\"B O X\",\"seq\":2,\"n\":\"pm25\",\"v\":1}]", "bad-token", false },
    };

    /// <summary>A record that costs only itself, and its rule.</summary>
    public static TheoryData<string, string> BadRecords { get; } = new()
    {
        { "{\"n\":\"nonsense\",\"v\":1}", "bad-name" },
        { "{\"n\":\"pm25\",\"u\":\"kg\",\"v\":1}", "wrong-unit" },
        { "{\"n\":\"pm25\"}", "no-value" },
        { "{\"n\":\"pm25\",\"v\":1,\"vs\":\"x\"}", "two-values" },
        { "{\"n\":\"pm25\",\"v\":1,\"q\":7}", "bad-quality" },
        { "{\"n\":\"pm25\",\"v\":1,\"t\":-1772323200}", "bad-time" },
        { "{\"bn\":\"urn:eag:centre-2:\",\"n\":\"pm25\",\"v\":1}", "wrong-station" },
    };

    [Theory]
    [MemberData(nameof(BadPacks))]
    public async Task Ingest_BadPack_IsCountedUnderItsRuleAndNeighboursAreStored(string payload, string rule, bool isNamed)
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        rig.ArriveText(payload);
        rig.ArrivePack(3, StoreFolder.Reading(3, 3));
        await IngestRig.WaitAsync("receipts of packs 1 and 3", () => rig.IsReceipted(1) && rig.IsReceipted(3));

        Assert.False(rig.IsReceipted(2));
        IReadOnlyList<LedgerLine> ledger = rig.Store.Ledger(null);
        Assert.Equal(1, ledger.Sum(l => l.ReadingsRejected.GetValueOrDefault(rule)));
        Assert.Equal((2, isNamed ? 1 : 0), (ledger.Sum(l => l.PacksStored), ledger.Sum(l => l.PacksRejected)));
        Assert.Equal(isNamed ? [(2L, rule)] : [], rig.Receipts().Rejected.Select(r => (r.Sequence, r.Rule)));
    }

    [Theory]
    [MemberData(nameof(BadRecords))]
    public async Task Ingest_BadRecord_IsCountedUnderItsRuleAndTheOthersOfThePackAreStored(string record, string rule)
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.ArriveText("[" + Head + ",\"n\":\"pm25\",\"v\":1}," + record + "]");
        await IngestRig.WaitAsync("the receipt of pack 2", () => rig.IsReceipted(2));

        LedgerLine line = rig.Store.Ledger(null).Single();
        Assert.Equal((1, 1), (line.PacksStored, line.ReadingsStored));
        Assert.Equal(1, line.ReadingsRejected[rule]);
    }

    [Fact]
    public async Task Ingest_Repeat_IsReceiptedAgainAndChangesNothing()
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("the first receipt", () => rig.Receipts().Stored.Count == 1);
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("the second receipt", () => rig.Receipts().Stored.Count == 2);

        LedgerLine line = rig.Store.Ledger(null).Single();
        Assert.Equal((1, 1, 1), (line.PacksStored, line.Repeats, line.ReadingsStored));
        Assert.Equal([PackFate.Stored, PackFate.Repeat], rig.Heard.Committed.Select(c => c.Fate));
    }

    [Fact]
    public async Task Ingest_StoreFailsForNow_NoReceiptUntilItGoesThrough()
    {
        FailingStore failing = new();
        await using IngestRig rig = new(services => services.AddSingleton<IReadingStore>(provider =>
        {
            failing.Inner = provider.GetRequiredService<SqliteReadingStore>();
            return failing;
        }));
        failing.IsFull = true;
        await rig.StartAsync();
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("three attempts", () => failing.Attempts >= 3);
        Assert.Empty(rig.Link.Published);
        Assert.NotNull(rig.Get<IngestLag>().Held);

        failing.IsFull = false;
        await IngestRig.WaitAsync("the receipt", () => rig.IsReceipted(1));
        Assert.Null(rig.Get<IngestLag>().Held);
        Assert.Equal(1, rig.Store.Ledger(null).Single().PacksStored);
    }

    [Fact]
    public async Task Ingest_EventRepeated_IsReceiptedTwiceAndToldOnce()
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        StationEvent dropped = new()
        {
            Outbox = "box",
            Id = 1,
            Kind = StationEventKind.Dropped,
            First = 1,
            Last = 3,
            Readings = 30,
        };
        rig.Arrive(dropped);
        await IngestRig.WaitAsync("the first receipt", () => rig.Receipts().Events.Count == 1);
        rig.Arrive(dropped);
        await IngestRig.WaitAsync("the second receipt", () => rig.Receipts().Events.Count == 2);

        Assert.Single(rig.Heard.Events);
        LedgerLine line = rig.Store.Ledger(null).Single();
        Assert.Equal((3, 30), (line.PacksDropped, line.ReadingsDropped));
    }

    [Fact]
    public async Task Ingest_Health_AnnouncesTheLastSequenceAndIsKept()
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.Link.Arrive(
            IngestRig.Prefix + Topics.Health,
            MessageJson.Encode(new StationHealth { State = "online", At = 1, Outbox = "box", LastSequence = 7 }));
        await IngestRig.WaitAsync("health of the station", () => rig.Get<StationHealthBook>().Find(StoreFolder.Station) is not null);
        await IngestRig.WaitAsync(
            "the announcement in the ledger", () => rig.Store.Ledger(null) is [{ LastSequence: 7, PacksMissing: 7 }]);
    }

    [Fact]
    public async Task Ingest_ReceiptCannotBeSent_TheNextOneIs()
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.Link.FailsPublishing = true;
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("the commit", () => rig.Heard.Posted == 1);
        await IngestRig.WaitAsync("an idle ingest", () => rig.Get<IngestLag>().Packs == 0);
        rig.Link.FailsPublishing = false;
        rig.ArrivePack(2, StoreFolder.Reading(2, 1));
        await IngestRig.WaitAsync("the receipt of pack 2", () => rig.IsReceipted(2));
    }

    [Fact]
    public async Task Ingest_ClockBehindTheNewestPack_HoldsWithoutReceipt()
    {
        await using IngestRig rig = new();
        rig.Store.Commit([new PackToStore(
            StoreFolder.Station,
            new EnviAgriNet.Protocol.Packs.PackDecoder().Decode("x"u8.ToArray(), StoreFolder.Station, null),
            default,
            TimeProvider.System.GetUtcNow().AddHours(2))]);
        await rig.StartAsync();
        rig.ArrivePack(1, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("ingest says that it holds", () => rig.Get<IngestLag>().Held is not null);
        Assert.Empty(rig.Link.Published);
        Assert.Equal(0, rig.Store.Ledger(null).Sum(l => l.PacksStored));
    }

    [Fact]
    public async Task Ingest_Replay_LateIsWhatIsOlderThanPacksBefore_HoweverFarTheRegionsAre()
    {
        await using IngestRig rig = new();
        await rig.StartAsync();
        rig.ArrivePack(1, StoreFolder.Reading(0, 1), StoreFolder.Reading(600, 1));
        await IngestRig.WaitAsync("the receipt of pack 1", () => rig.IsReceipted(1));
        Assert.Equal(0, rig.Store.Ledger(null).Single().PacksLate);

        rig.ArrivePack(2, StoreFolder.Reading(1, 1));
        await IngestRig.WaitAsync("the receipt of pack 2", () => rig.IsReceipted(2));
        Assert.Equal(1, rig.Store.Ledger(null).Single().PacksLate);
    }

    [Theory]
    [InlineData("true", "$share/eag-ingest/eag/v1/+/+/readings")]
    [InlineData("false", "eag/v1/+/+/readings")]
    public async Task Start_SharedOrNot_SubscribesToPacksEventsAndHealth(string isShared, string filter)
    {
        await using IngestRig rig = new(null, ("Ingest:Shared", isShared));
        await rig.StartAsync();
        Assert.Equal(new[] { filter, "eag/v1/+/+/events", "eag/v1/+/+/health" }.Order(), rig.Link.Filters.Order());
    }
}
