using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Pages.Tests.Residents;

namespace EnviAgriNet.Pages.Tests;

/// <summary>A cloud with something on every page: a warning that is out, a call for help, a price forecast.</summary>
public sealed class FilledPagesFixture : PagesFixture
{
    /// <inheritdoc/>
    protected override void Fill()
    {
        OpenWarning.Put(Cloud, "550101");
        Cloud.Get<CaseDesk>().Open(
            new NewCase(NewCase.Help, "web", "filled-1", null, false, "th", new CaseDetails("น้ำเข้าบ้าน มี 3 คน ต้องการเรือ", 18.79, 100.78)) { Region = RegionId.Parse("550101"), People = 3 },
            null);
        DateOnly month = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1);
        PriceSeries jasmine = new("paddy-jasmine", PriceSeries.WholeCountry, null, PriceKind.FarmGate, Frequency.Monthly, "oae");
        PriceBook prices = Cloud.Get<PriceBook>();
        prices.Put(
            jasmine,
            [.. Enumerable.Range(1, 60).Reverse().Select(back => month.AddMonths(-back)).Select(day => new PricePoint(day, 12 + Math.Sin(day.Month / 12.0 * 2 * Math.PI)))],
            "test");
        Cloud.Get<ForecastMaker>().Make(prices.Find(jasmine)!.Value, jasmine);
    }
}
