using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

/// <summary>P2 to P4: what was not committed is known to nobody, so that the repeat of it is stored and counted like any first.</summary>
public sealed class FailedCommitTests : IDisposable
{
    // A row that points nowhere is found out at the commit itself, when every row has been written.
    private const string FailsAtTheCommit = """
        CREATE TABLE obstacle(id INTEGER PRIMARY KEY, of INTEGER REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER obstruct AFTER INSERT ON ledger BEGIN INSERT INTO obstacle(of) VALUES (99); END;
        """;

    private const string FailsAtTheLedger = """
        CREATE TRIGGER obstruct BEFORE INSERT ON ledger BEGIN SELECT RAISE(ABORT, 'obstructed'); END;
        """;

    private static readonly StationId New = StationId.Parse("centre-9");
    private static readonly SeriesId NewSeries = new(New, StoreFolder.Pm25);

    private readonly StoreFolder _folder = new();
    private SqliteReadingStore _store;

    public FailedCommitTests() => _store = _folder.Open();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(FailsAtTheLedger)]
    [InlineData(FailsAtTheCommit)]
    public void Commit_ThatFails_IsAsIfItHadNotBeen(string obstacle)
    {
        PackToStore first = _folder.Pack(1, StoreFolder.Reading(1, 1));
        PackToStore ofNewStation = _folder.Pack(New, "box", 1, default, StoreFolder.Reading(2, 2)) with { StoredAt = StoreFolder.Begin.AddHours(1) };
        _store.Commit([first]);
        Execute(obstacle);

        Assert.Throws<StoreException>(() => _store.Commit([_folder.Pack(2, StoreFolder.Reading(3, 3)), ofNewStation]));

        Assert.Equal((1, 1), (_store.Ledger(null).Sum(l => l.PacksStored), _store.Ledger(null).Sum(l => l.ReadingsStored)));
        Assert.Equal(StoreFolder.Begin, _store.NewestStoredAt);
        Execute("DROP TRIGGER obstruct");
        CommitOutcome outcome = _store.Commit([_folder.Pack(2, StoreFolder.Reading(3, 3)), ofNewStation]);
        Assert.Equal([(PackFate.Stored, 1), (PackFate.Stored, 1)], outcome.Packs.Select(p => (p.Fate, p.Fresh.Count)));

        _store.Dispose();
        _store = _folder.Open();
        Assert.Equal(
            (3, 0L), (_store.Ledger(null).Sum(l => l.PacksStored), _store.Ledger(null).Sum(l => l.Repeats)));
        Assert.Equal(2, Assert.Single(_store.Read(NewSeries, StoreFolder.Begin, StoreFolder.Begin.AddDays(1))).Value);
    }

    [Fact]
    public void Commit_RejectedPackAgain_IsARepeatAndNotRejectedTwice()
    {
        PackToStore bad = _folder.Payload(
            """[{"bn":"urn:eag:centre-1:","bt":1772323200,"box":"box","seq":2,"n":"pm25","v":1},{"n":""");
        _store.Commit([bad]);
        Assert.Equal(PackFate.Rejected, Assert.Single(_store.Commit([bad]).Packs).Fate);

        LedgerLine line = _store.Ledger(null).Single();
        Assert.Equal((1, 1L, 1L), (line.PacksRejected, line.ReadingsRejected["not-json"], line.Repeats));
    }

    [Fact]
    public void NewestStoredAt_PackOfAClockThatWentBack_StaysWhereItWas()
    {
        _store.Commit([_folder.Pack(1, StoreFolder.Reading(1, 1)) with { StoredAt = StoreFolder.Begin.AddHours(2) }]);
        _store.Commit([_folder.Pack(2, StoreFolder.Reading(2, 1))]);

        Assert.Equal(StoreFolder.Begin.AddHours(2), _store.NewestStoredAt);
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
