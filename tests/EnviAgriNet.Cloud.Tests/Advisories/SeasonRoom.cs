using System.Globalization;
using System.Text;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Inbox;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Forecasting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>
/// The whole cloud, not started, on a clock that is moved from day to day: a farmer writes, the farms are looked through, and what is
/// queued is read back as a transcript.
/// </summary>
internal sealed class SeasonRoom : IAsyncDisposable
{
    private static readonly PriceSeries Jasmine = new("paddy-jasmine", PriceSeries.WholeCountry, null, PriceKind.FarmGate, Frequency.Weekly, "oae");

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-season-").FullName;
    private readonly StringBuilder _transcript = new();
    private readonly WebApplication _app;
    private readonly string _language;
    private long _read;
    private int _sent;

    public SeasonRoom(DateOnly first, string language)
    {
        _language = language;
        Clock = new SeasonClock(first);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cloud:DataFolder"] = Path.Combine(_folder, "data"),
            ["Logging:LogLevel:Default"] = "Warning",
        }).Build();
        _app = CloudHost.Build(configuration, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(provider => new FieldOutlooks(
                provider.GetRequiredService<IStationBook>(), new SeasonWeather(Clock), provider.GetRequiredService<PlaceBook>(),
                provider.GetRequiredService<YieldHistories>(), Clock)));
        });
        Get<SurveyBook>();
        Get<PlaceBook>().Import(new StringReader("region,name_th,name_en\n500101,ช้างเผือก,Chang Phueak\n"));
        Get<StationBook>().Store([new Station(SeasonWeather.Station, RegionId.Parse("500101"), "ช้างเผือก", "Chang Phueak", 18.8, 98.97, null, null)]);
        Get<YieldBook>().Put(Enumerable.Range(2004, 20).Select(year => new YieldYear(
            "rice", YieldYear.InSeason, RegionId.Parse("50"), year, 100_000, 97_000, 36_000 + (year * 37 % 11 * 800), "oae")), "test");
    }

    public SeasonClock Clock { get; }

    public string Transcript => _transcript.ToString();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Somebody writes; the answer follows in the transcript.</summary>
    public void Write(string from, string text)
    {
        Note("→", text);
        Assert.True(InboundSms.TryRead(string.Create(CultureInfo.InvariantCulture, $"m{++_sent}"), from, text, out InboundSms? sms, out string? fault), fault);
        Assert.True(Get<InboxDesk>().Take(sms));
        Listen();
    }

    /// <summary>A day: on Mondays a price and a forecast come, then the farms are looked through.</summary>
    public void Day(DateOnly day)
    {
        Clock.Set(day, new TimeOnly(6, 30));
        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            Publish(day);
        }

        Clock.Set(day, new TimeOnly(7, 1));
        Get<AdvisoryWatch>().Step();
        Assert.Equal(0, Get<AdvisoryWatch>().Step());
        Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // Rises slowly until the end of September and is forecast to, then falls and is forecast to; between the two nobody knows.
    private void Publish(DateOnly day)
    {
        DateOnly turn = new(2026, 10, 5);
        int weeks = (day.DayNumber - turn.DayNumber) / 7;
        double last = 14.2 - (0.04 * Math.Abs(weeks));
        double drift = weeks is > -3 and < 3 ? 0 : weeks < 0 ? 0.15 : -0.15;
        Get<PriceBook>().Put(Jasmine, [new PricePoint(day.AddDays(-7), last)], "test");
        ForecastStep[] steps =
        [
            .. Enumerable.Range(0, 13).Select(n =>
            {
                double median = last + (drift * (n + 1));
                double half = 0.25 * Math.Sqrt(n + 1);
                return new ForecastStep(day.AddDays(7 * n), median, median - (1.28 * half), median + (1.28 * half), median - (1.96 * half), median + (1.96 * half));
            }),
        ];
        Get<ForecastBook>().Publish(Jasmine, new PriceForecast(steps, Card(day)), day.ToString("O", CultureInfo.InvariantCulture));
    }

    private static ModelCard Card(DateOnly day) => new()
    {
        DataFrom = new DateOnly(2016, 1, 4),
        DataTo = day.AddDays(-7),
        Points = 500,
        Filled = 0,
        Outliers = 0,
        Weights = [new ModelWeight("formula", "made up", 1)],
        LastYear = ErrorTable.None,
        IsNaive = false,
        Reason = ForecastReason.BeatsNaive,
        Bands = BandSource.PastErrors,
    };

    private void Listen()
    {
        foreach ((long id, string text, string queue) in Get<RegistryDatabase>().Read(c => c.List(
            "SELECT m.id, m.text, m.alert FROM message m WHERE m.id > $read ORDER BY m.id", row => (row.GetInt64(0), row.GetString(1), row.GetString(2)), ("$read", _read))))
        {
            Assert.True(SmsParts.Of(text).Count <= 2, text);
            Note(queue.StartsWith("advisory:", StringComparison.Ordinal) ? "●" : "←", text);
            _read = id;
        }
    }

    private void Note(string mark, string text) =>
        _transcript.Append(DayText.Of(DateOnly.FromDateTime(LocalTime.Of(Clock.GetUtcNow()).DateTime), _language)).Append(' ').Append(mark).Append(' ').Append(text).Append('\n');
}
