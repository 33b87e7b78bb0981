using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Imports;

/// <summary>Recorded publications; the totals were counted by another reader (xlrd, Python's json and csv).</summary>
public sealed class RecordedWorkbookTests : IDisposable
{
    private readonly ImportRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SharedDataFact("prices/oae_farmgate")]
    public Task Import_MonthlyFarmGate_HasTheTotals() => PricesAsync("prices/oae_farmgate", new()
    {
        ["cassava_fresh_root.xls"] = (400, 463.173726, 0),
        ["maize_14.5pct.xls"] = (391, 1891.918352, 0),
        ["paddy_jasmine.xls"] = (381, 3042.846836, 0),
        ["paddy_white_15pct.xls"] = (400, 2333.788573, 0),
    });

    [SharedDataFact("prices/oae_sheets")]
    public Task Import_WeeklyDailyAndWholesale_HaveTheTotals() => PricesAsync("prices/oae_sheets", new()
    {
        // One row goes on with the name above it, one has figures and no name (seven quotes, 117.95 baht/kg together).
        ["cashcrop_weekly_2560-03_w4.xls"] = (1159, 82267.20069, 1),
        ["market_daily_2560-01-04.xls"] = (12, 445.62, 0),
        ["market_daily_2560-03-31.xls"] = (12, 501.19, 0),
        ["rice_wholesale_daily_2554.xls"] = (10250 - 7, 181792.098435 - 117.95, 1),
    });

    [SharedDataFact("prices/dit_rice")]
    public Task Import_MinistryOfCommerce_HasTheTotals() => PricesAsync("prices/dit_rice", new()
    {
        ["R11001.json.gz"] = (757, 13052.55, 0),
        ["R11007.json.gz"] = (757, 12308.15, 0),
        ["R11026.json.gz"] = (758, 12038.1, 0),
        ["R11029.json.gz"] = (757, 26414.39, 0),
    });

    [SharedDataFact("prices/wfp")]
    public Task Import_WorldFoodProgramme_HasTheTotals() => PricesAsync("prices/wfp", new() { ["wfp_food_prices_tha.csv"] = (849, 13434.05, 0) });

    [SharedDataFact("prices/oae_sheets/price_index_2557-08.xls")]
    public async Task Import_PriceIndex_HasTheTotals()
    {
        MarketReport report = await ImportAsync("prices/oae_sheets/price_index_2557-08.xls", ImportTopic.Prices);
        Assert.Equal((5452, 0), (report.Figures, report.Log.RefusedCount));
        Assert.Equal(739278.710849, _room.Yields.Indices().Sum(i => i.Value), 4);
    }

    [SharedDataFact("yield/oae_rice_inseason_2524-2558.xls")]
    public async Task Import_RiceByProvince_HasTheTotalsAndTheFloodOf2011()
    {
        MarketReport report = await ImportAsync("yield/oae_rice_inseason_2524-2558.xls", ImportTopic.Yields);

        Assert.Equal((2657, 8), (report.Figures, report.Log.RefusedCount));
        IReadOnlyList<YieldYear> country = _room.Yields.Values("rice", null, YieldYear.InSeason);
        Assert.Equal(35, country.Count);
        Assert.Equal(2036236330.0, country.Sum(y => y.PlantedRai)!.Value, 2);
        Assert.Equal(1899442886.14, country.Sum(y => y.HarvestedRai)!.Value, 2);
        Assert.Equal(711311785.102, country.Sum(y => y.Tons)!.Value, 2);
        YieldYear flood = _room.Yields.Values("rice", RegionId.Parse("60")).Single(y => y.Year == 2011);
        Assert.Equal((2541989.0, 1584143.0, 894002.0), (flood.PlantedRai!.Value, flood.HarvestedRai!.Value, flood.Tons!.Value));
        Assert.True(flood.LostShare > 0.37);
    }

    [SharedDataFact("yield/oae_harvest_calendar_inseason_2532-2552.xls")]
    public async Task Import_HarvestCalendar_HasTheTotals()
    {
        // One province's months do not make its total: ten figures, 43,492 tons.
        MarketReport report = await ImportAsync("yield/oae_harvest_calendar_inseason_2532-2552.xls", ImportTopic.Yields);
        Assert.Equal((15327 - 10, 1), (report.Figures, report.Log.RefusedCount));
        Assert.Equal(11, _room.Yields.Harvests("rice", null).Count(h => h.CropYear == 1989));
    }

    [SharedDataFact("water/oae_rain_dams/oae_rainfall_monthly.xls")]
    public async Task Import_RainByProvince_HasTheTotalsAndDaysAreRefused()
    {
        ImportException days = await Assert.ThrowsAsync<ImportException>(() => ImportAsync("water/oae_rain_dams/oae_raindays_monthly.xls", ImportTopic.Rain));
        Assert.Contains("counts days with rain", days.Message, StringComparison.Ordinal);
        ImportException dam = await Assert.ThrowsAsync<ImportException>(() => ImportAsync("water/oae_rain_dams/dam_pasak.xls", ImportTopic.Rain));
        Assert.Contains("no sheet has the headings", dam.Message, StringComparison.Ordinal);
        Assert.True(_room.IsEmpty);

        MarketReport report = await ImportAsync("water/oae_rain_dams/oae_rainfall_monthly.xls", ImportTopic.Rain);
        Assert.Equal((31344, 0), (report.Figures, report.Log.RefusedCount));
        Assert.Equal(3020310.8066, _room.Climate.Spans().Sum(s => _room.Climate.Find(s.Region)!.Rain.Sum() ?? 0), 3);
    }

    [SharedDataFact("prices/oae_farmgate/paddy_jasmine.xls")]
    public async Task Import_ACutWorkbook_IsRefusedWhereverItIsCut()
    {
        byte[] book = await File.ReadAllBytesAsync(SharedData.PathOf("prices/oae_farmgate/paddy_jasmine.xls"));
        foreach (int percent in (int[])[1, 10, 50, 90, 99])
        {
            string reason = await _room.RefusedAsync("cut.xls", book[..(book.Length * percent / 100)]);
            Assert.Contains("cut", reason, StringComparison.Ordinal);
        }
    }

    private async Task PricesAsync(string folder, Dictionary<string, (int Figures, double Sum, int Refused)> files)
    {
        double before = 0;
        foreach ((string file, (int figures, double sum, int refused)) in files)
        {
            MarketReport report = await ImportAsync($"{folder}/{file}", ImportTopic.Prices);
            Assert.Equal((file, figures, figures, refused), (file, report.Figures, report.Counts.Added, report.Log.RefusedCount));
            double now = _room.Prices.All().Sum(s => _room.Prices.Values(s.Id).Sum(p => p.BahtPerKg));
            Assert.Equal(sum, now - before, 4);
            before = now;
            Assert.Equal(figures, (await ImportAsync($"{folder}/{file}", ImportTopic.Prices)).Counts.Unchanged);
        }
    }

    private async Task<MarketReport> ImportAsync(string file, ImportTopic topic) =>
        await _room.ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(SharedData.PathOf(file)), topic);
}
