using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Registry;

public sealed class ClimateBookTests : IDisposable
{
    private const string Header = "region,year,month,mm\n";

    private readonly RegistryRoom _room = new();
    private readonly ClimateBook _book;

    public ClimateBookTests() => _book = new ClimateBook(_room.Database, TimeProvider.System);

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("5,2020,1,3", "region", "2, 4 or 6 digits")]
    [InlineData("50,1849,1,3", "year", "'1849' is not a whole number from 1850 to 2200")]
    [InlineData("50,2563,1,3", "year", "'2563' is not a whole number from 1850 to 2200")]
    [InlineData("50,2020.5,1,3", "year", "whole number")]
    [InlineData("50,2020,13,3", "month", "'13' is not a whole number from 1 to 12")]
    [InlineData("50,2020,0,3", "month", "whole number from 1 to 12")]
    [InlineData("50,2020,1,-0.1", "mm", "'-0.1' is not a number from 0 to 5000")]
    [InlineData("50,2020,1,5000.1", "mm", "from 0 to 5000")]
    [InlineData("50,2020,1,NaN", "mm", "from 0 to 5000")]
    [InlineData("50,2020,1,", "mm", "is empty")]
    [InlineData("50,2020,1", "mm", "fewer columns")]
    public void Import_BadRow_CostsOnlyItself(string bad, string column, string reason)
    {
        ImportReport report = Import(Header + "50,1850,1,0\n" + bad + "\n50,2200,12,5000\n");

        Assert.Equal(2, report.Added);
        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal((3, column), (fault.Row, fault.Column));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_AgainAndCorrected_ReplacesAndSaysSo()
    {
        Assert.Equal(3, Import(Header + "50,2020,1,3\n50,2020,2,0\n50,2020,4,8.5\n").Added);
        ImportReport again = Import("\uFEFFmm,month,year,region,note\n3,1,2020,50,ก\n0.1,2,2020,50,\n", "nurse");

        Assert.Equal((0, 1, 1), (again.Added, again.Updated, again.Unchanged));
        RainHistory history = _book.Find(RegionId.Parse("500101"))!;
        Assert.Equal([3, 0.1, null, 8.5], history.Rain);
        RainHistorySpan span = Assert.Single(_book.Spans());
        Assert.Equal(("2020-01", "2020-04", 3, 1), (span.First.ToString(), span.Last.ToString(), span.Months, span.Missing));
    }

    [Fact]
    public void Find_SeveralRegions_TheLongestCodeWins()
    {
        Import(Header + "50,2020,1,1\n5001,2020,1,2\n500102,2020,1,3\n57,2020,1,4\n");

        Assert.Equal(["5001", "500102", "50", "57", null], new[] { "500101", "500102", "5002", "57", "51" }.Select(Region));

        string? Region(string station) => _book.Find(RegionId.Parse(station))?.Region.Code;
    }

    private ImportReport Import(string csv, string by = "test") => _book.Import(new StringReader(csv), by);
}
