using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;

namespace EnviAgriNet.Cloud.Tests.Access;

public sealed class OfficerBookTests : IDisposable
{
    private readonly RegistryRoom _room = new();
    private readonly AuditBook _audit;
    private readonly OfficerBook _book;

    public OfficerBookTests()
    {
        _audit = AuditBooks.On(_room.Database);
        _book = new OfficerBook(_room.Database, _audit, new RecipientBook(_room.Database, new AddressVault(_room.Keys)), TimeProvider.System);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Add_OnAFreshSystem_TakesAnAdminWithoutBeingAskedWho()
    {
        Assert.NotNull(_book.Add(Of("malee", Role.Releaser), by: null));
        Assert.Null(_book.Add(Of("somchai", Role.Admin), by: null));
        Assert.Contains("--by", _book.Add(Of("malee", Role.Releaser), by: null)!, StringComparison.Ordinal);
        Assert.NotNull(_book.Add(Of("malee", Role.Releaser), by: "nobody"));
        Assert.Null(_book.Add(Of("malee", Role.Releaser), by: "somchai"));
        Assert.NotNull(_book.Add(Of("suda", Role.Viewer), by: "malee"));
        Assert.NotNull(_book.Add(Of("malee", Role.Viewer), by: "somchai"));
        Assert.Equal(["officer.added", "officer.added"], _audit.List(null, null, 9).Select(l => l.Entry.Action));
    }

    [Theory]
    [InlineData(Role.Viewer, "Viewer")]
    [InlineData(Role.Centre, "Viewer Centre")]
    [InlineData(Role.Officer, "Viewer Centre Officer")]
    [InlineData(Role.Releaser, "Viewer Centre Officer Releaser")]
    [InlineData(Role.Admin, "Viewer Admin")]
    [InlineData(Role.Auditor, "Viewer Auditor")]
    public void May_ARole_IncludesNoMoreThanIsWritten(object granted, string may)
    {
        Officer officer = Of("x1", (Role)granted);
        Assert.Equal(may, string.Join(' ', Enum.GetValues<Role>().Where(officer.May)));
    }

    [Fact]
    public void Token_IsStoredAsAHashAndEndsWithTheNextOneOrTheOfficer()
    {
        Assert.Null(_book.Add(Of("somchai", Role.Admin), by: null));
        Assert.Null(_book.Add(Of("malee", Role.Releaser), by: "somchai"));
        string first = _book.NewToken("malee", "somchai").Token!;
        Assert.Equal("malee", _book.OfToken(first)!.Name);
        Assert.Null(_book.OfToken(first[..^1] + (first[^1] == 'A' ? 'B' : 'A')));
        string second = _book.NewToken("malee", "somchai").Token!;
        Assert.Null(_book.OfToken(first));
        Assert.True(_book.OfToken(second)!.May(Role.Releaser));

        Assert.Null(_book.Disable("malee", "somchai", "left"));
        Assert.Null(_book.OfToken(second));
        Assert.NotNull(_book.NewToken("malee", "somchai").Refusal);
        Assert.NotNull(_book.Find("malee", Role.Viewer).Refusal);
        Assert.NotNull(_book.Add(Of("malee", Role.Viewer), "somchai"));
        Assert.NotNull(_book.Disable("somchai", "somchai", "left"));
        string stored = string.Join(
            '\n', Directory.EnumerateFiles(_room.Folder, "registry.db*").Select(f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.DoesNotContain(first, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(second, stored, StringComparison.Ordinal);
    }

    [Fact]
    public void FailureCounts_TooMany_BlockOneAddressForAWhile()
    {
        ManualTime time = new();
        FailureCounts counts = new(time);
        System.Net.IPAddress guesser = System.Net.IPAddress.Parse("2001:db8:1:2::7");
        Enumerable.Range(0, Cloud.Access.Limits.FailuresMax).ToList().ForEach(_ => counts.OnFailed(guesser));

        Assert.True(counts.IsBlocked(System.Net.IPAddress.Parse("2001:db8:1:2::8")));
        Assert.False(counts.IsBlocked(System.Net.IPAddress.Parse("2001:db8:1:3::7")));
        Assert.False(counts.IsBlocked(System.Net.IPAddress.Loopback));
        time.Advance(Cloud.Access.Limits.FailurePeriod);
        Assert.False(counts.IsBlocked(guesser));
    }

    private static Officer Of(string name, params Role[] roles) => new(name, roles.ToHashSet());
}
