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
    /// <summary>The first centre.</summary>
    public const string Nan = "sys-nan";

    /// <summary>The second centre.</summary>
    public const string Thani = "sys-thani";

    private static readonly TimeSpan FloodStart = TimeSpan.FromHours(2);
    private static readonly (string Id, string Region)[] Stations = [(Nan, "550101"), (Thani, "640101")];

    /// <summary>How many centres, 1 or 2; the river floods at each of them, and goes down again within 22 hours.</summary>
    public int Centres { get; init; } = 1;

    /// <summary>Simulated time from the first reading to the last.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromHours(26);

    /// <summary>
    /// Default true: the boards wait while the cloud is away, since an hour of the script is a fraction of a second and warnings would
    /// otherwise be over before the network is back. False: the boards go on, and the past comes behind the present.
    /// </summary>
    public bool BoardsWait { get; init; } = true;

    /// <summary>Simulated time between two readings of a series.</summary>
    public TimeSpan SampleEvery { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Seconds the boards take to come to their end, when nothing holds them up.</summary>
    public double Seconds { get; init; } = 7;

    /// <summary>The seed of the weather.</summary>
    public int WeatherSeed { get; init; } = 7;

    private SimulatedTime Time => new(
        DemoCentres.Start,
        DemoCentres.Start + Span,
        Span.TotalSeconds / Seconds,
        SampleEvery,
        FloodStart,
        null,
        WeatherSeed);

    /// <summary>Adds the centres to a network that is not started.</summary>
    public void AddTo(FieldNetwork network)
    {
        foreach ((string id, string region) in Stations.Take(Centres))
        {
            Centre centre = network.Add(new StationPlan(id, region, id, id, 18, 100, Bank: 5, Ground: 0));
            JsonObject board = centre.Firmware.Settings["Board"]!.AsObject();
            Time.WriteTo(board);
            board["Kind"] = "Virtual";
            board["Seed"] = WeatherSeed;
            board["Scenario"] = "flood";
        }
    }

    /// <summary>Every reading of a station by series and time; all stations have the same.</summary>
    public IReadOnlyDictionary<(string Series, DateTimeOffset TakenAt), double> Readings() =>
        InOrder().ToDictionary(r => (r.Series.Text, r.TakenAt), r => r.Value);

    /// <summary>The same in the order the boards give them.</summary>
    public IReadOnlyList<Reading> InOrder()
    {
        SimulatedTime time = Time;
        BoardOptions options = new()
        {
            Seed = WeatherSeed,
            Start = time.Start,
            End = time.End,
            SampleEvery = SampleEvery,
            Scenario = "flood",
            ScenarioStart = time.ScenarioStart,
        };
        return [.. new VirtualBoard(options, time.Start).After(0).Select(s => s.Reading)];
    }
}
