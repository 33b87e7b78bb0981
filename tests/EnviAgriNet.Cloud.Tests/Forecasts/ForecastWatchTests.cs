using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Forecasts;

public sealed class ForecastWatchTests : IDisposable
{
    private static readonly DateOnly May = new(2026, 5, 1);

    private readonly ForecastRoom _room = new(new DateTimeOffset(2026, 5, 20, 3, 0, 0, TimeSpan.Zero));

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Step_AfterAnImport_PublishesOnce_AndARestartRepeatsNothing()
    {
        _room.Prices.Put(ForecastRoom.Jasmine, ForecastRoom.Months(May, 72), "test");
        await StepAsync();
        PublishedForecast first = _room.Book.Newest("paddy-jasmine")!;
        Assert.Equal((6, May), (first.Forecast.Steps.Count, first.Forecast.Steps[0].Date));
        Assert.All(first.Forecast.Steps, s => Assert.True(s.Low95 <= s.Low80 && s.Low80 <= s.Median && s.Median <= s.High80 && s.High80 <= s.High95));

        _room.Open();
        await StepAsync();
        Assert.Equal(first.Id, _room.Book.Newest("paddy-jasmine")!.Id);

        _room.Prices.Put(ForecastRoom.Jasmine, [new PricePoint(May, 13.5)], "test");
        await StepAsync();
        PublishedForecast second = _room.Book.Newest("paddy-jasmine")!;
        Assert.True(second.Id > first.Id);
        Assert.Equal([first.Id, second.Id], _room.Book.Past(ForecastRoom.Jasmine, DateTimeOffset.UnixEpoch).Select(f => f.Id));
        TrackRecord record = TrackRecord.Of(_room.Book.Past(ForecastRoom.Jasmine, DateTimeOffset.UnixEpoch), _room.Prices.Values(_room.Prices.All()[0].Id));
        Assert.Equal((2, 1), (record.Forecasts, record.Compared));
        Assert.InRange(record.Smape!.Value, 0.01, 50);
    }

    [Fact]
    public async Task Step_PricesTooOld_AreNotPublished_AndWhatLiesInThePastIsNotShown()
    {
        _room.Prices.Put(ForecastRoom.Jasmine, ForecastRoom.Months(May, 48), "test");
        await StepAsync();
        Assert.NotNull(_room.Book.Newest("paddy-jasmine"));

        _room.Time.Advance(TimeSpan.FromDays(200));
        _room.Prices.Put(ForecastRoom.Jasmine, [new PricePoint(new DateOnly(2026, 1, 1), 10)], "test");
        await StepAsync();
        ForecastFate fate = _room.Maker.Make(_room.Prices.All()[0].Id, ForecastRoom.Jasmine);
        Assert.Equal(ForecastFateKind.TooOld, fate.Kind);
        Assert.Contains("2026-04-01", fate.Reason, StringComparison.Ordinal);
        Assert.Null(_room.Book.Newest("paddy-jasmine"));
        Assert.Empty(_room.Book.Lines());
    }

    [Fact]
    public async Task Newest_ForARegion_PrefersItsProvince_ThenTheCountry()
    {
        RegionId ubon = RegionId.Parse("34");
        PriceSeries there = ForecastRoom.Jasmine with { Market = "Ubon", Region = ubon, Kind = PriceKind.Wholesale };
        foreach (PriceSeries series in (PriceSeries[])[ForecastRoom.Jasmine, there])
        {
            _room.Prices.Put(series, ForecastRoom.Months(May, 30), "test");
        }

        _room.Prices.Put(ForecastRoom.Jasmine with { Market = "empty" }, [new PricePoint(new DateOnly(2026, 4, 1), 9)], "test");
        await StepAsync();
        Assert.Equal("Ubon", _room.Book.Newest("paddy-jasmine", RegionId.Parse("340101"))!.Series.Market);
        Assert.Equal("thailand", _room.Book.Newest("paddy-jasmine", RegionId.Parse("50"))!.Series.Market);
        Assert.Equal("thailand", _room.Book.Newest("paddy-jasmine", ubon, PriceKind.FarmGate)!.Series.Market);
        Assert.Null(_room.Book.Newest("paddy-jasmine", ubon, PriceKind.Export));
        Assert.Equal(2, _room.Book.Lines().Count);
    }

    private async Task StepAsync()
    {
        ForecastWatch watch = new(_room.Prices, _room.Maker, _room.Time, NullLogger<ForecastWatch>.Instance);
        Assert.True(await watch.StepAsync(default));
        Assert.True(await watch.StepAsync(default));
    }
}
