using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Registry.Places;

public sealed class PlaceBookTests : IDisposable
{
    private const string Triangle = "18.80,98.97 18.82,98.97 18.82,99.0 18.80,98.97";

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-places-").FullName;
    private readonly RegistryDatabase _database;
    private readonly PlaceBook _places;
    private readonly EvacuationBook _evacuation;

    public PlaceBookTests()
    {
        _database = new RegistryDatabase(Path.Combine(_folder, "registry.db"));
        _places = new PlaceBook(_database);
        _evacuation = new EvacuationBook(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Provinces_BuiltIn_AreThoseOfThePage()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "cloud", "dashboard", "src", "lib", "map", "provinces.ts"));
        IEnumerable<(string, string, string)> shown = Regex.Matches(page, "(\\d\\d): \\{ th: \"([^\"]+)\", en: \"([^\"]+)\" \\}")
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value));

        Assert.Equal(77, ProvinceNames.All.Count());
        Assert.Equal(shown, ProvinceNames.All.Select(p => (p.Key, p.Value.NameTh, p.Value.NameEn)));
    }

    [Fact]
    public void Import_NamesWithAndWithoutTitles_AreStoredBareAndKeepTheirPolygon()
    {
        ImportReport first = Import($"region,name_th,name_en,polygon\n5001,อำเภอเมืองเชียงใหม่,Mueang Chiang Mai,\n500103,ต.ช้างเผือก,Chang Phueak,\"{Triangle}\"\n");
        ImportReport again = Import("region,name_th,name_en\n5001,เมืองเชียงใหม่,Mueang Chiang Mai\n500103,ช้างเผือก,Chang Phuek\n");

        Assert.Equal((2, 0, 0, 0), (first.Added, first.Updated, first.Unchanged, first.Faults.Count));
        Assert.Equal((0, 1, 1, 0), (again.Added, again.Updated, again.Unchanged, again.Faults.Count));
        NamedRegion found = _places.Find(RegionId.Parse("500103"))!;
        Assert.Equal(("ช้างเผือก", "Chang Phuek", Triangle), (found.Name.NameTh, found.Name.NameEn, found.Polygon));
        Assert.Equal("เชียงใหม่", _places.Find(RegionId.Parse("50"))!.Name.NameTh);
        Assert.Null(_places.Find(RegionId.Parse("500199")));
        Assert.Null(_places.Find(RegionId.Parse("99")));
    }

    [Theory]
    [InlineData("500103,,x,", "name_th")]
    [InlineData("990103,x,x,", "region")]
    [InlineData("5x,x,x,", "region")]
    [InlineData("500103,x,x,1 2 3", "polygon")]
    [InlineData("500103,x,x,\"18.8,98.9 18.9,98.9 18.9,99.0 18.8,99.0\"", "polygon")]
    [InlineData("500103,x,x,\"18.8,98.9 18.9,99.0 18.9,98.9 18.8,99.0 18.8,98.9\"", "polygon")]
    [InlineData("500103,x,x,\"28.8,98.9 28.9,98.9 28.9,99.0 28.8,98.9\"", "polygon")]
    public void Import_BadRow_IsNamedAndTheRestGoesOn(string row, string column)
    {
        ImportReport report = Import($"region,name_th,name_en,polygon\n{row}\n500104,ข,b,\n");

        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal((2, column), (fault.Row, fault.Column));
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public void Near_Points_AreOfTheRegionFirstAndTheNearestFirst()
    {
        ImportReport report = Points("""
            far,500103,ไกล,Far,18.90,98.97,100,
            near,500103,ใกล้,Near,18.811,98.971,,053-221947
            unsurveyed,500103,ไม่ทราบ,Unknown,,,,
            other,500104,อื่น,Other,18.81,98.97,,
            away,510101,ลำพูน,Away,18.5,99.0,,
            """);

        Assert.Equal((5, 0), (report.Added, report.Faults.Count));
        Assert.Equal(["near", "far", "unsurveyed"], Near("500103", HazardKind.RiverFlood));
        Assert.Equal(["near", "far"], Near("500103", HazardKind.RiverFlood, 2));
        Assert.Equal(["other", "near", "far", "unsurveyed"], Near("500105", HazardKind.FlashFlood, 9));
        Assert.Equal(["other", "near", "far", "unsurveyed"], Near("50", HazardKind.FlashFlood, 9));
        Assert.Empty(Near("5201", HazardKind.FlashFlood));
        Assert.Empty(Near("500103", HazardKind.Haze));
    }

    [Fact]
    public void Near_PointWithHazards_ServesThoseAlone()
    {
        CsvPoints("id,region,name_th,name_en,latitude,longitude,capacity,phone,hazards\nroom,500103,ห้องปลอดฝุ่น,Clean room,,,,,haze;extreme-heat\n");

        Assert.Equal(["room"], Near("500103", HazardKind.Haze));
        Assert.Empty(Near("500103", HazardKind.RiverFlood));
    }

    [Theory]
    [InlineData("X,500103,a,b,,,,", "id")]
    [InlineData("one,5001034,a,b,,,,", "region")]
    [InlineData("one,500103,a,,,,,", "name_en")]
    [InlineData("one,500103,a,b,18,,,", "longitude")]
    [InlineData("one,500103,a,b,91,98,,", "latitude")]
    [InlineData("one,500103,a,b,,,0,", "capacity")]
    [InlineData("one,500103,a,b,,,,call me", "phone")]
    [InlineData("one,500103,a,b,,,,12", "phone")]
    public void Import_BadPoint_IsNamed(string row, string column) => Assert.Equal(column, Assert.Single(Points(row + "\n").Faults).Column);

    [Fact]
    public void Import_AnyBytes_NeverThrows()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => ",\"\n5001ก\0;x"[random.Next(11)]));
            Assert.True(Import("region,name_th,name_en,polygon\n" + text).Added >= 0, $"seed {seed}");
            Assert.True(Points(text).Added >= 0, $"seed {seed}");
        }
    }

    private ImportReport Import(string csv) => _places.Import(new StringReader(csv));

    private ImportReport Points(string rows) => CsvPoints("id,region,name_th,name_en,latitude,longitude,capacity,phone\n" + rows);

    private ImportReport CsvPoints(string csv) => _evacuation.Import(new StringReader(csv));

    private string[] Near(string region, HazardKind hazard, int countMax = 3) =>
        [.. _evacuation.Near(RegionId.Parse(region), hazard, (18.81, 98.97), countMax).Select(p => p.Id)];
}
