using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Tests.Registry.Audit;

public sealed class AuditBookTests : IDisposable
{
    private const string Untied = "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; DROP TRIGGER audit_at_the_end;";

    private readonly RegistryRoom _room = new();
    private readonly AuditBook _book;

    public AuditBookTests() => _book = AuditBooks.On(_room.Database);

    public static TheoryData<string, long, string> Slips => new()
    {
        { "UPDATE audit SET detail = 'nothing' WHERE number = 3", 3, "was changed" },
        { "UPDATE audit SET at = at + 1 WHERE number = 1", 1, "was changed" },
        { "UPDATE audit SET actor = 'x' WHERE number = 5", 5, "was changed" },
        { "DELETE FROM audit WHERE number = 2", 2, "was removed" },
        { "DELETE FROM audit WHERE number >= 4", 4, "was removed from the end, up to 5" },
        { "DELETE FROM audit", 1, "was removed from the end, up to 5" },
        { "INSERT INTO audit SELECT 0, at, actor, action, subject, detail, previous, hash FROM audit WHERE number = 1", 0, "was put in" },
        { "INSERT INTO audit SELECT 6, at, actor, action, subject, detail, previous, hash FROM audit WHERE number = 5", 6, "does not follow the entry before it" },
        { "INSERT INTO audit SELECT 6, at, actor, action, subject, detail, (SELECT hash FROM audit WHERE number = 5), hash FROM audit WHERE number = 5", 6, "was changed" },
        { "UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 99", 2, "does not follow the entry before it" },
        { "UPDATE audit SET actor = 'x', subject = actor WHERE number = 4", 4, "was changed" },
    };

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(Slips))]
    public void Verify_AfterTampering_FindsTheFirstEntry(string sql, long number, string what)
    {
        Fill(5);
        Assert.Null(_book.Verify(null).Fault);

        Raw(Untied + sql);

        Assert.Equal(new AuditFault(number, what), _book.Verify(null).Fault);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'nothing' WHERE number = 3")]
    [InlineData("DELETE FROM audit WHERE number = 3")]
    [InlineData("INSERT OR REPLACE INTO audit SELECT number, at, 'x', action, subject, detail, previous, hash FROM audit WHERE number = 3")]
    [InlineData("INSERT INTO audit SELECT 9, at, actor, action, subject, detail, previous, hash FROM audit WHERE number = 3")]
    public void Table_WithItsTriggers_RefusesAllButTheNextEntry(string sql)
    {
        Fill(5);

        Assert.Contains("only added to", Assert.Throws<SqliteException>(() => Raw(sql)).Message, StringComparison.Ordinal);

        Assert.Equal(5, _book.Verify(null).Head.Number);
    }

    [Fact]
    public void Verify_WithAPinnedHead_FindsWhatTheOwnerOfTheKeyDid()
    {
        Fill(4);
        AuditHead pinned = _book.Head();
        Assert.True(AuditHead.TryParse(pinned.ToString(), out AuditHead? read));
        Fill(2);
        Assert.Equal((null, 6), (_book.Verify(read).Fault, (int)_book.Verify(read).Head.Number));

        Raw(Untied + "DELETE FROM audit; DELETE FROM sqlite_sequence WHERE name = 'audit'");
        AuditBook again = AuditBooks.On(_room.Database);
        Assert.Null(again.Verify(null).Fault);
        Assert.Equal(new AuditFault(1, "was removed from the end, up to 4"), again.Verify(read).Fault);

        Fill(6, "a log made anew with the right key");
        Assert.Null(again.Verify(null).Fault);
        Assert.Equal(new AuditFault(4, "is not the one that was pinned: the log was made anew"), again.Verify(read).Fault);
    }

    [Fact]
    public void Verify_ChainMadeAnewWithoutTheKey_IsFound()
    {
        Fill(3);
        File.Move(Path.Combine(_room.Folder, "keys", "audit.key"), Path.Combine(_room.Folder, "kept.key"));
        Raw(Untied + "DELETE FROM audit; DELETE FROM sqlite_sequence WHERE name = 'audit'");
        AuditBook forger = AuditBooks.On(_room.Database);
        Fill(3, "forged", forger);
        Assert.Null(forger.Verify(null).Fault);

        Assert.Equal(new AuditFault(1, "was changed"), _book.Verify(null).Fault);
    }

    [Fact]
    public void Append_OutsideATransaction_Throws()
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(_room.Folder, "registry.db")}");
        connection.Open();

        Assert.Throws<InvalidOperationException>(() => _book.Append(connection, Entry(1, "x")));
    }

    [Fact]
    public void Append_InATransactionThatFails_LeavesNothing()
    {
        Fill(2);

        Assert.Throws<InvalidDataException>(() => _room.Database.Write<int>(c =>
        {
            _book.Append(c, Entry(3, "x"));
            throw new InvalidDataException();
        }));

        Fill(1);
        Assert.Equal((null, 3), (_book.Verify(null).Fault, (int)_book.Verify(null).Head.Number));
    }

    [Fact]
    public void List_BySubjectAndTime_IsOldestFirst()
    {
        Fill(6);

        Assert.Equal([1, 3, 5], _book.List(null, "alert odd", 10).Select(l => l.Number));
        Assert.Equal([5, 6], _book.List(null, null, 2).Select(l => l.Number));
        Assert.Empty(_book.List(DateTimeOffset.UtcNow.AddHours(1), null, 10));
        Assert.Equal(new AuditEntry("somchai", "alert.released", "alert even", "reason 6 ก"), _book.List(null, null, 1)[0].Entry);
    }

    [Fact]
    public async Task Append_ByTwoProcessesAtOnce_KeepsOneChain()
    {
        using RegistryDatabase second = new(Path.Combine(_room.Folder, "registry.db"));
        AuditBook other = AuditBooks.On(second);

        await Task.WhenAll(
            Task.Run(() => Fill(40)),
            Task.Run(() => Enumerable.Range(0, 40).ToList().ForEach(i => second.Write(c => Append(other, c, i, "other")))));

        Assert.Equal((null, 80), (_book.Verify(null).Fault, (int)_book.Verify(null).Head.Number));
    }

    private static AuditEntry Entry(int number, string reason) =>
        new("somchai", "alert.released", number % 2 == 0 ? "alert even" : "alert odd", $"{reason} {number} ก");

    private static int Append(AuditBook book, SqliteConnection connection, int number, string reason)
    {
        book.Append(connection, Entry(number, reason));
        return 0;
    }

    private void Fill(int count, string reason = "reason", AuditBook? book = null)
    {
        for (int i = 1; i <= count; i++)
        {
            int number = i;
            _room.Database.Write(c => Append(book ?? _book, c, number, reason));
        }
    }

    private void Raw(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(_room.Folder, "registry.db")}");
        connection.Open();
        connection.Run(sql);
    }
}
