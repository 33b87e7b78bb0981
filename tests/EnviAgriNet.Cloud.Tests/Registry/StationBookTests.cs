using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Registry;

public sealed class StationBookTests : IDisposable
{
    private const string Header = "id,region,name_th,name_en,latitude,longitude,bank_m,ground_m\n";
    private const string Good = "cm-001,500101,ศูนย์ดิจิทัลชุมชน,Community centre,18.79,98.98,,\n";

    private readonly RegistryRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("CM,500101,ก,A,,,,", "id", "3 to 40 characters")]
    [InlineData("cm-002,5,ก,A,,,,", "region", "2, 4 or 6 digits")]
    [InlineData("cm-002,50,,A,,,,", "name_th", "is empty")]
    [InlineData("cm-002,50,ก,A,91,98,,", "latitude", "'91' is not a number from -90 to 90")]
    [InlineData("cm-002,50,ก,A,18,NaN,,", "longitude", "is not a number")]
    [InlineData("cm-002,50,ก,A,18,,,", "longitude", "is empty while the other one is given")]
    [InlineData("cm-002,50,ก,A,,,2.2,2.2", "bank_m", "is not above ground_m")]
    [InlineData("cm-002,50,ก", "name_en", "fewer columns")]
    public void Import_BadRow_CostsOnlyItself(string bad, string column, string reason)
    {
        ImportReport report = Import(Header + bad + "\n" + Good);

        Assert.Equal(1, report.Added);
        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal((2, column), (fault.Row, fault.Column));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Equal("ศูนย์ดิจิทัลชุมชน", _room.Stations.Find(StationId.Parse("cm-001"))!.NameTh);
    }

    [Fact]
    public void Import_Again_UpdatesAndIsSeenByAnotherProcess()
    {
        using RegistryDatabase otherProcess = new(Path.Combine(_room.Folder, "registry.db"));
        StationBook other = new(otherProcess);
        Import(Header + Good);

        Assert.Empty(other.All);
        Assert.True(other.Refresh());
        Assert.False(other.Refresh());
        Assert.Equal("Community centre", Assert.Single(other.All).NameEn);

        ImportReport report = Import(Header + Good.Replace("Community", "Village", StringComparison.Ordinal));
        Assert.Equal((0, 1, 0), (report.Added, report.Updated, report.Unchanged));
        Assert.True(other.Refresh());
        Assert.Equal("Village centre", other.Find(StationId.Parse("cm-001"))!.NameEn);
        Assert.Equal(1, Import("\uFEFF" + Header + Good.Replace("Community", "Village", StringComparison.Ordinal)).Unchanged);
    }

    private ImportReport Import(string csv) => _room.Stations.Import(new StringReader(csv));
}
