using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Demo.Runs;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Virtual;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>What happens at the centres of a test: known to the last reading before it begins.</summary>
internal sealed record FieldScript
{
    private static readonly (string Id, string Region, string Scenario)[] Stations =
    [
        ("sys-nan", "550101", "flood"),
        ("sys-suthep", "500108", "haze"),
    ];

    /// <summary>How many centres, 1 or 2: a river that floods, then haze.</summary>
    public int Centres { get; init; } = 1;

    /// <summary>Simulated time from the first reading to the last.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Simulated time between two readings of a series.</summary>
    public TimeSpan SampleEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Seconds the boards take to come to their end, when nothing holds them up.</summary>
    public double Seconds { get; init; } = 8;

    /// <summary>The seed of the weather.</summary>
    public int WeatherSeed { get; init; } = 7;

    private SimulatedTime Time => new(
        DemoCentres.Start,
        DemoCentres.Start + Span,
        Span.TotalSeconds / Seconds,
        SampleEvery,
        TimeSpan.FromHours(6),
        null,
        WeatherSeed);

    /// <summary>Adds the centres to a network that is not started.</summary>
    public void AddTo(FieldNetwork network)
    {
        foreach ((string id, string region, string scenario) in Stations.Take(Centres))
        {
            Centre centre = network.Add(new StationPlan(id, region, id, id, 18, 100, Bank: 5, Ground: 0));
            JsonObject board = centre.Firmware.Settings["Board"]!.AsObject();
            Time.WriteTo(board);
            board["Kind"] = "Virtual";
            board["Seed"] = WeatherSeed;
            board["Scenario"] = scenario;
        }
    }

    /// <summary>Every reading of a station by series and time.</summary>
    public IReadOnlyDictionary<(string Series, DateTimeOffset TakenAt), double> Readings(string station) =>
        InOrder(station).ToDictionary(r => (r.Series.Text, r.TakenAt), r => r.Value);

    /// <summary>Every reading of a station, as its board gives them.</summary>
    public IReadOnlyList<Reading> InOrder(string station)
    {
        string scenario = Stations.Single(s => s.Id == station).Scenario;
        SimulatedTime time = Time;
        BoardOptions options = new()
        {
            Seed = WeatherSeed,
            Start = time.Start,
            End = time.End,
            SampleEvery = SampleEvery,
            Scenario = scenario,
            ScenarioStart = time.ScenarioStart,
        };
        return [.. new VirtualBoard(options, time.Start).After(0).Select(s => s.Reading)];
    }
}
