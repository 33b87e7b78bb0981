using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Registry.Farms;

public sealed class PlotBookTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 7, 20, 3, 0, 0, TimeSpan.Zero);

    private readonly RegistryRoom _room = new();
    private readonly PlotBook _plots;
    private readonly long _ann;
    private readonly long _bob;

    public PlotBookTests()
    {
        _plots = new PlotBook(_room.Database, TimeProvider.System);
        _ann = _room.Database.Write(t => _room.Subscribers.Enter(t, RegistryRoom.Person("0812345678")).Id);
        _bob = _room.Database.Write(t => _room.Subscribers.Enter(t, RegistryRoom.Person("0898765432")).Id);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Put_ThenOf_GivesItBack_AndOnlyItsOwnerChangesIt()
    {
        Plot plot = Rice(_ann) with { PlantedOn = new DateOnly(2026, 7, 1), Soil = "loam", Rai = 10.5, IsIrrigated = false };
        long id = _plots.Put(plot)!.Value;

        Assert.Equal(plot with { Id = id }, Assert.Single(_plots.Of(_ann)));
        Assert.Null(_plots.Put(Rice(_bob) with { Id = id, Crop = "maize" }));
        Assert.False(_plots.Remove(_bob, id));
        Assert.Equal("rice", _plots.Find(id)!.Crop);
        Assert.True(_plots.Remove(_ann, id));
        Assert.Empty(_plots.All());
    }

    [Fact]
    public void Put_MoreThanALot_IsRefused()
    {
        for (int n = 0; n < Cloud.Registry.Farms.Limits.PlotsPerSubscriberMax; n++)
        {
            Assert.NotNull(_plots.Put(Rice(_ann)));
        }

        Assert.Null(_plots.Put(Rice(_ann)));
        Assert.NotNull(_plots.Put(Rice(_bob)));
    }

    [Fact]
    public void Join_SameCropAndPlace_AddsWhatIsNew_AndARepeatChangesNothing()
    {
        RowFate Join(Plot plot) => _room.Database.Write(t => _plots.Join(t, plot))!.Value.Fate;
        Plot more = Rice(_ann) with { Variety = null, PlantedOn = new DateOnly(2026, 7, 1), Rai = 4 };

        Assert.Equal([RowFate.Added, RowFate.Updated, RowFate.Unchanged], new[] { Join(Rice(_ann)), Join(more), Join(more) });
        Plot known = Assert.Single(_plots.Of(_ann));
        Assert.Equal(("kdml105", 4), (known.Variety, known.Rai));
    }

    [Fact]
    public void Growers_AreThoseOfTheCropWithinTheRegion()
    {
        _plots.Put(Rice(_ann));
        _plots.Put(Rice(_bob) with { Variety = null, Subdistrict = RegionId.Parse("500201") });

        Assert.Equal([_ann, _bob], _plots.Growers("rice", null, RegionId.Parse("50")));
        Assert.Equal([_ann], _plots.Growers("rice", null, RegionId.Parse("5001")));
        Assert.Equal([_ann], _plots.Growers("rice", "kdml105", RegionId.Parse("50")));
        Assert.Empty(_plots.Growers("maize", null, RegionId.Parse("50")));
    }

    [Fact]
    public void Done_MarksTheNewestAdviceThatAsked_OnceAndOfItsOwnerOnly()
    {
        AdviceBook book = new(_room.Database);
        bool Enter(string kind, int hour, bool asks) => _room.Database.Write(t => AdviceBook.Enter(
            t, new AdviceLine(0, _ann, null, kind, $"{kind}:{hour}", "a=b", "text", asks, Now.AddHours(hour), null)));
        Assert.True(Enter("water", 0, asks: true));
        Assert.True(Enter("harvest", 1, asks: true));
        Assert.True(Enter("weekly", 2, asks: false));
        Assert.False(Enter("weekly", 2, asks: false));

        AdviceLine? Done(long who, int hour) => _room.Database.Write(t => AdviceBook.Done(t, who, Now.AddHours(hour)));
        Assert.Null(Done(_bob, 3));
        Assert.Equal(("harvest", Now.AddHours(3)), (Done(_ann, 3)!.Kind, Done(_ann, 4)!.DoneAt));
        Assert.Null(Done(_ann, 24 * 40));
        Assert.False(book.Done(_bob, book.Of(_ann)[^1].Id, Now));
        Assert.True(book.Done(_ann, book.Of(_ann)[^1].Id, Now));
    }

    [Fact]
    public void Erase_AndStop_LeaveNothing()
    {
        _plots.Put(Rice(_ann));
        _plots.Put(Rice(_bob));
        FarmSharing sharing = new(_room.Database);
        sharing.Set(_ann, true, Now);
        sharing.Set(_ann, true, Now.AddDays(1));
        Assert.Equal(Now, sharing.Since(_ann));
        FarmRecords records = new(_room.Database);
        Assert.Contains("\"crop\":\"rice\"", _room.Database.Read(c => records.Export(c, [$"{_ann}", "c7"]))!.ToJsonString(), StringComparison.Ordinal);
        _room.Database.Write(t =>
        {
            records.Erase(t, [$"{_ann}", "c7"], Now);
            ContactBook.Stop(t, _bob, "sms", Now);
            return 0;
        });

        Assert.Null(_room.Database.Read(c => records.Export(c, [$"{_ann}"])));
        Assert.Equal(1, _plots.SweepStopped());
        Assert.Empty(_plots.All());
    }

    [Fact]
    public void Import_BadRowCostsItself_RepeatsChangeNothing_AndNoNumberIsRepeated()
    {
        PlotImport import = new(_room.Database, _plots, new ContactBook(_room.Database, new AddressVault(_room.Keys)), TimeProvider.System);
        const string Csv = """
            phone,crop,variety,region,planted_on,soil,rai,irrigated
            0812345678,rice,kdml105,500101,2569-07-01,,10,no
            0812345678,moonflower,,500101,,,,
            0812345678,rice,,500101,2026-02-30,,,
            0899999999,rice,,500101,,,,
            0898765432,maize,,5001,,loam,10001,
            12,rice,,50,,,,
            0898765432,maize,,5001,,loam,2.5,yes
            """;
        ImportReport first = import.Run(new StringReader(Csv));
        ImportReport again = import.Run(new StringReader(Csv));

        Assert.Equal((2, 0, 0, 5), (first.Added, first.Updated, first.Unchanged, first.Faults.Count));
        Assert.Equal((0, 0, 2, 5), (again.Added, again.Updated, again.Unchanged, again.Faults.Count));
        Assert.Equal(["crop", "planted_on", "phone", "rai", "phone"], first.Faults.Select(f => f.Column));
        Assert.DoesNotContain(first.Faults, fault => fault.ToString().Contains("0899999999", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 7, 1), _plots.Of(_ann)[0].PlantedOn);
    }

    [Fact]
    public void Form_Noise_NeverThrows_AndNamesFields()
    {
        string[] pieces = ["rice", "500101", "2026-07-01", "-1", "NaN", "1e9", "loam", "yes", "", " ", "ข้าว", "\0", "999999999999", "0.5"];
        for (int seed = 1; seed <= 2_000; seed++)
        {
            Random random = new(seed);
            Plot? plot = PlotForm.Read(
                _ => string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => pieces[random.Next(pieces.Length)])), 1, new DateOnly(2026, 7, 20), out var faults);
            Assert.True(plot is null == faults.Count > 0, $"seed {seed}");
            Assert.True(faults.All(f => PlotForm.Fields.Contains(f.Field)), $"seed {seed}");
            Assert.True(plot?.Rai is null or (>= 0.01 and <= 10_000), $"seed {seed}: {plot?.Rai}");
        }
    }

    private static Plot Rice(long subscriber) => new(0, subscriber, "rice", "kdml105", RegionId.Parse("500101"), null, null, null, null);
}
