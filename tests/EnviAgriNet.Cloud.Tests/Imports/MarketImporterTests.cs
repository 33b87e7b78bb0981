using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Tests.Imports;

public sealed class MarketImporterTests : IDisposable
{
    private readonly ImportRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Import_PlainCsv_TakesCorrectsAndRefusesRowByRow()
    {
        MarketReport report = await _room.ImportAsync("p.csv", """
            date,commodity,price,unit,market,region,kind,frequency
            2569-03,หอมมะลิ,15000,baht/ton,,,,
            2026-04-09,maize,9.5,,โรงสี,50,wholesale,weekly
            2026-04-09,maize,0,,โรงสี,50,wholesale,weekly
            2026-04,bitcoin,1,,,,,
            2026-13,maize,1,,,,,
            2026-04,maize,"1,234",,,,,
            2026-04,maize,1,baht/bushel,,,,
            """);

        Assert.Equal(("csv", "csv", 2, 2), (report.Form, report.Source, report.Figures, report.Counts.Added));
        Assert.Equal(
            ["row 5, commodity: 'bitcoin' is none of the commodities that are known",
             "row 6, column date: '2026-13' is no date as 2026-09-30 and no month as 2026-09",
             "row 7, price: 1234 baht/kg is 1234 baht/kg: maize is taken from 0.5 to 40",
             "row 8, column unit: 'baht/bushel' is no unit of price by weight, such as baht/kg, baht/ton or baht/100 kg"],
            report.Log.Refused.Select(r => r.ToString()).OrderBy(r => r, StringComparer.Ordinal));
        Assert.Contains(report.Log.Corrected, t => t.What.Contains("Buddhist", StringComparison.Ordinal));
        Assert.Contains(report.Log.NoQuote, t => t.What.StartsWith('0'));

        (long id, PriceSeries series) = _room.Prices.All().Single(s => s.Series.Commodity == "paddy-jasmine");
        Assert.Equal(new PriceSeries("paddy-jasmine", "thailand", null, PriceKind.FarmGate, Frequency.Monthly, "csv"), series);
        Assert.Equal(new PricePoint(new DateOnly(2026, 3, 1), 15), Assert.Single(_room.Prices.Values(id)));
        (id, series) = _room.Prices.All().Single(s => s.Series.Commodity == "maize");
        Assert.Equal((Frequency.Weekly, RegionId.Parse("50"), "โรงสี"), (series.Frequency, series.Region, series.Market));
        Assert.Equal(new DateOnly(2026, 4, 6), Assert.Single(_room.Prices.Values(id)).Date);
    }

    [Fact]
    public async Task Import_ARepeatAndAChange_ChangesNothingThenMakesAVersion()
    {
        const string Head = "date,commodity,price\n";
        await _room.ImportAsync("p.csv", Head + "2026-01,maize,9\n2026-02,maize,9.5\n");
        MarketReport again = await _room.ImportAsync("p.csv", Head + "2026-01,maize,9\n2026-02,maize,9.5\n");
        Assert.Equal(new MarketCounts(0, 0, 2), again.Counts);

        _room.Time.Advance(TimeSpan.FromDays(30));
        MarketReport trial = await _room.ImportAsync("p.csv", Head + "2026-02,maize,9.7\n2026-03,maize,10\n", isTrial: true);
        long id = Assert.Single(_room.Prices.All()).Id;
        Assert.Equal(new MarketCounts(1, 1, 0), trial.Counts);
        Assert.Equal(2, _room.Prices.Values(id).Count);

        await _room.ImportAsync("p.csv", Head + "2026-02,maize,9.7\n2026-03,maize,10\n");
        Assert.Equal([9, 9.7, 10], _room.Prices.Values(id).Select(p => p.BahtPerKg));
        Assert.Equal([9, 9.5], _room.Prices.Values(id, new DateOnly(2026, 3, 30)).Select(p => p.BahtPerKg));
        Assert.Empty(_room.Prices.Values(id, new DateOnly(2026, 2, 28)));
        Assert.Equal([9.5, 9.7], _room.Prices.Versions(id, new DateOnly(2026, 2, 1)).Select(v => v.BahtPerKg));
    }

    [Theory]
    [InlineData("""{"product_id":"R11029","product_name":"ข้าวหอมมะลิ 100% ชั้น 1","unit":"บาท/100 กก.","price_list":[{"date":"2026-09-30T00:00:00","price_min":3300.0,"price_max":"3310"}]}""")]
    [InlineData("""{"meta":{"product_name":"ข้าวหอมมะลิ 100% ชั้น 1","category_name":"ขายส่ง"},"records":[{"date":"2569-09-30","price_min":3300,"price_max":3310,"price_avg":3305,"unit":"บาท/100 กก."}]}""")]
    public async Task Import_MinistryOfCommerce_TakesTheMiddle(string json)
    {
        MarketReport report = await _room.ImportAsync("p.json", json);

        Assert.Equal(("moc-json", "moc", 1), (report.Form, report.Source, report.Figures));
        (long id, PriceSeries series) = Assert.Single(_room.Prices.All());
        Assert.Equal(("rice-jasmine", PriceKind.Wholesale, Frequency.Daily), (series.Commodity, series.Kind, series.Frequency));
        PricePoint point = Assert.Single(_room.Prices.Values(id));
        Assert.Equal((new DateOnly(2026, 9, 30), 33.05), (point.Date, Math.Round(point.BahtPerKg, 9)));
    }

    [Theory]
    [InlineData("""{"error":"Bad Request."}""", "answered with an error")]
    [InlineData("""{"a":1}""", "neither 'price_list' nor 'records'")]
    [InlineData("""{"price_list":[{"date":"2026-0""", "cut or damaged")]
    [InlineData("""{"product_name":"gold","unit":"บาท/กก.","price_list":[{"date":"2026-09-30","price_min":1,"price_max":1}]}""", "'gold' is none")]
    [InlineData("""{"product_name":"Rice","unit":"บาท/กก.","price_list":[{"date":"2026-09-28","price_min":20,"price_max":1},{"date":"2026-09-29","price_min":20,"price_max":1},{"date":"2026-09-30","price_min":20,"price_max":1}]}""", "as if columns were swapped")]
    public async Task Import_JsonThatIsNoAnswer_IsRefused(string json, string reason) =>
        Assert.Contains(reason, await _room.RefusedAsync("p.json", json), StringComparison.Ordinal);

    [Fact]
    public async Task Import_WorldFoodProgramme_LeavesOutTagsAndOtherCurrencies()
    {
        MarketReport report = await _room.ImportAsync("w.csv", """
            date,admin1,market,commodity,unit,priceflag,pricetype,currency,price
            #date,#adm1+name,#loc+market+name,#item+name,#item+unit,#item+price+flag,#item+price+type,#currency,#value
            2020-01-15,Bangkok,Bangkok,Rice,100 KG,actual,Wholesale,THB,1200
            2020-01-15,Bangkok,Bangkok,Rice,KG,actual,Retail,USD,1
            2020-01-15,Bangkok,Bangkok,Rice,KG,forecast,Retail,THB,20
            """);

        Assert.Equal(("wfp-csv", 1, 2), (report.Form, report.Figures, report.Log.RefusedCount));
        Assert.Equal("row 4, column currency: 'USD' is not THB", report.Log.Refused[0].ToString());
        (long id, PriceSeries series) = Assert.Single(_room.Prices.All());
        Assert.Equal(RegionId.Parse("10"), series.Region);
        Assert.Equal(new PricePoint(new DateOnly(2020, 1, 1), 12), Assert.Single(_room.Prices.Values(id)));
    }

    [Fact]
    public async Task Import_YieldsAreasAndRainFromCsv_AreKept()
    {
        await _room.ImportAsync("y.csv", "crop,region,year,planted_rai,harvested_rai,tons\nข้าวนาปี,เชียงใหม่,2554,100,80,40\nmaize,thailand,2011,10,20,3\n", ImportTopic.Yields);
        YieldYear year = Assert.Single(_room.Yields.Values("rice", RegionId.Parse("50"), YieldYear.InSeason));
        Assert.Equal((2011, 400.0, 500.0), (year.Year, year.KgPerPlantedRai, year.KgPerHarvestedRai));
        Assert.Equal(0.2, year.LostShare!.Value, 12);
        Assert.Empty(_room.Yields.Values("maize", null));

        await _room.ImportAsync("a.csv", "crop,region,year,planted_rai\nmaize,50,2012,11\n", ImportTopic.Areas);
        Assert.Equal(11, Assert.Single(_room.Yields.Values("maize", RegionId.Parse("50"))).PlantedRai);

        await _room.ImportAsync("r.csv", "region,year,month,mm\n50,2554,8,300\n", ImportTopic.Rain);
        Assert.Equal(300, _room.Climate.Find(RegionId.Parse("50"))!.Rain[0]);
    }

    [Theory]
    [InlineData("p.csv", "", "is empty")]
    [InlineData("p.csv", "   \n ", "nothing but blanks")]
    [InlineData("p.csv", "a,b\n1,2\n", "date")]
    [InlineData("p.csv", "date,commodity,price\n", "holds no figures")]
    [InlineData("p.csv", "date,commodity,price\n2026-01,x,1\n", "not one figure")]
    [InlineData("p.xls", "<html><table><tr><td>ราคา</td></tr></table></html>", "web page")]
    [InlineData("p.xls", "date,commodity,price\n2026-01,maize,1\n", "the name ends in '.xls', but the content is text")]
    [InlineData("p.xlsm", "date,commodity,price\n2026-01,maize,1\n", "macros")]
    [InlineData("p.json", "date,commodity\n", "the name ends in '.json'")]
    public async Task Import_WhatIsNoTable_IsRefused(string name, string text, string reason) =>
        Assert.Contains(reason, await _room.RefusedAsync(name, text), StringComparison.Ordinal);
}
