using EnviAgriNet.Cloud;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Pages.Tests;

/// <summary>
/// A whole cloud on a free port, with its real store, registry, regions and queues; only the broker is stood in for. It begins with
/// three centres and the last three days of their readings, and three officers.
/// </summary>
internal sealed class PagesCloud : IAsyncDisposable
{
    /// <summary>An officer who may do everything but appoint; there are two of them, for what needs two.</summary>
    public const string FirstReleaser = "somchai";

    /// <summary>The second one.</summary>
    public const string SecondReleaser = "malee";

    /// <summary>Who decides who is an officer.</summary>
    public const string Admin = "wichai";

    private const string Outbox = "box";
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan History = TimeSpan.FromDays(3);

    private readonly Dictionary<string, long> _sequences = [];
    private readonly Dictionary<string, string> _tokens = [];
    private readonly PagesLink _link = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-pages-").FullName;
    private WebApplication? _app;

    /// <summary>The three centres, as they are in the registry.</summary>
    public static IReadOnlyList<Station> Stations { get; } =
    [
        new(StationId.Parse("cm-suthep"), RegionId.Parse("500108"), "ศูนย์ดิจิทัลชุมชน สุเทพ", "Suthep Digital Community Centre", 18.79, 98.96, null, null),
        new(StationId.Parse("nan-wiang"), RegionId.Parse("550101"), "ศูนย์ดิจิทัลชุมชน ในเวียง", "Nai Wiang Digital Community Centre", 18.793, 100.786, 5, 0),
        new(StationId.Parse("kk-mueang"), RegionId.Parse("400101"), "ศูนย์ดิจิทัลชุมชน ในเมือง", "Nai Mueang Digital Community Centre", 16.438, 102.837, null, null),
    ];

    /// <summary>When the readings of the past end.</summary>
    public DateTimeOffset HistoryEnd { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_app!.Urls.First());

    /// <summary>A service of the running cloud.</summary>
    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>Starts it, registers the centres and officers and sends the readings of the last days.</summary>
    public async Task StartAsync(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = new()
        {
            ["Cloud:DataFolder"] = Path.Combine(_folder, "data"),
            ["Api:Listen"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        _app = CloudHost.Build(configuration, services => services.Replace(ServiceDescriptor.Singleton<IBrokerLink>(_link)));
        Get<StationBook>().Store([.. Stations]);
        AddOfficers();
        await _app.StartAsync();
        SendHistory(HistoryEnd);
    }

    /// <summary>The bearer token of an officer, for requests without a page.</summary>
    public string TokenOf(string officer) => _tokens[officer];

    /// <summary>A pack of readings as a station sends it now.</summary>
    public void Send(string station, params Reading[] readings)
    {
        Station known = Stations.First(s => s.Id.Value == station);
        long sequence = _sequences[station] = _sequences.GetValueOrDefault(station) + 1;
        Pack pack = new(known.Id, Outbox, sequence, "boot", readings.Max(r => r.TakenAt), TimeSpan.Zero, readings);
        _link.Arrive(Topics.Of(known.Region, known.Id, Topics.Readings), PackEncoder.Encode(pack, PackCompression.Gzip));
    }

    /// <summary>When the newest reading of a station that is stored was taken; long ago when there is none.</summary>
    public DateTimeOffset NewestOf(string station) =>
        Get<LiveBoard>().All().GetValueOrDefault(StationId.Parse(station))?.Max(reading => reading.TakenAt) ?? DateTimeOffset.MinValue;

    /// <summary>A reading that passed the tests of its station.</summary>
    public static Reading Reading(string series, DateTimeOffset at, double value, QualityFlag quality = QualityFlag.Pass) =>
        new(SeriesName.Parse(series), at, value, quality);

    /// <summary>Stops it, so that no page gets an answer any more.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private void AddOfficers()
    {
        OfficerBook officers = Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer(Admin, new HashSet<Role> { Role.Admin, Role.Auditor }), null));
        foreach (string name in new[] { FirstReleaser, SecondReleaser })
        {
            Assert.Null(officers.Add(new Officer(name, new HashSet<Role> { Role.Releaser }), Admin));
        }

        foreach (string name in new[] { Admin, FirstReleaser, SecondReleaser })
        {
            (string? token, string? refusal) = officers.NewToken(name, Admin);
            Assert.Null(refusal);
            _tokens[name] = token!;
        }
    }

    // Dust over a day, a calm river, some rain; a gap of six hours at one centre and a doubtful value, so that pages have to show them.
    private void SendHistory(DateTimeOffset now)
    {
        DateTimeOffset end = new(now.Ticks - (now.Ticks % Step.Ticks), TimeSpan.Zero);
        foreach (Station station in Stations)
        {
            List<Reading> readings = [];
            int i = 0;
            for (DateTimeOffset at = end - History; at <= end; at += Step, i++)
            {
                bool isGap = station.Id.Value == "cm-suthep" && at > end.AddHours(-30) && at < end.AddHours(-24);
                if (!isGap)
                {
                    readings.AddRange(Weather(station, at, i));
                }
            }

            foreach (Reading[] pack in readings.Chunk(500))
            {
                Send(station.Id.Value, pack);
            }
        }
    }

    private static IEnumerable<Reading> Weather(Station station, DateTimeOffset at, int i)
    {
        double hour = at.AddHours(7).TimeOfDay.TotalHours;
        double warmth = Math.Cos((hour - 14) / 24 * 2 * Math.PI);
        yield return Reading("air_temperature", at, Math.Round(28 + (6 * warmth), 1));
        yield return Reading("humidity", at, Math.Round(65 - (18 * warmth), 0));
        yield return Reading("rain", at, i % 97 == 0 ? 2.5 : 0);
        if (station.BankLevel is not null)
        {
            yield return Reading("water_level", at, Math.Round(1.6 + (0.2 * Math.Sin(i / 40.0)), 2));
        }
        else
        {
            yield return Reading("pm25", at, Math.Round(21 + (8 * Math.Sin(hour / 24 * 2 * Math.PI)), 1), i % 181 == 0 ? QualityFlag.Suspect : QualityFlag.Pass);
        }
    }
}
