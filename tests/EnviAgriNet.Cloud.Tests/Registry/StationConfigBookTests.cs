using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Configs;

namespace EnviAgriNet.Cloud.Tests.Registry;

public sealed class StationConfigBookTests : IDisposable
{
    private static readonly StationId Here = StationId.Parse("cm-001");
    private static readonly StationId There = StationId.Parse("cm-002");

    private readonly RegistryRoom _room = new();
    private readonly AuditBook _audit;
    private readonly StationConfigBook _book;

    public StationConfigBookTests()
    {
        _audit = new AuditBook(_room.Database, _room.Keys, TimeProvider.System);
        _book = new StationConfigBook(_room.Database, _audit, TimeProvider.System);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Set_OtherRules_AreTheNextVersion_TheSameAgainAreNot()
    {
        Assert.Equal(1, _book.Set(Here, [Rule(4.5)], 0, "malee"));
        Assert.Equal(1, _book.Set(Here, [Rule(4.5)], 0, "somchai"));
        Assert.Equal(2, _book.Set(Here, [Rule(4.6)], 0, "somchai"));
        Assert.Equal(3, _book.Set(Here, [Rule(4.5)], 0, "malee"));
        Assert.Equal(1, _book.Set(There, [], 0, "malee"));

        Assert.Equal([(3L, "malee"), (2L, "somchai"), (1L, "malee")], _book.Of(Here).Select(set => (set.Version, set.By)));
        Assert.Equal([(Here, 3L), (There, 1L)], _book.Newest().Select(set => (set.Station, set.Version)));
        Assert.Equal(4, _audit.List(null, null, 100).Count(line => line.Entry.Action == "station.configure"));
    }

    [Fact]
    public void Set_StationThatHasALaterOne_GetsOneAboveIt()
    {
        // As after a registry that was restored from last week's copy.
        _book.Set(Here, [Rule(4.5)], 0, "malee");

        Assert.Equal(10, _book.Set(Here, [Rule(4.5)], 9, "malee"));
    }

    internal static LocalRule Rule(double above) => new()
    {
        Id = "river-high",
        Series = "water_level",
        Above = above,
        Clear = above - 0.3,
        Text = new Dictionary<string, string> { ["th"] = "น้ำสูง {value}" },
    };
}
