using System.Text.Json.Nodes;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Demo.StandIns;

namespace EnviAgriNet.Demo.Runs;

/// <summary>
/// The four centres of the demo: haze at one, a flood at another, rain at the third. The fourth is calm, and its readings come through the
/// drivers of sensors, from stand-ins on pseudo-terminals and in a folder like the kernel's.
/// </summary>
public static class DemoCentres
{
    private const double BankMetres = 5;

    /// <summary>
    /// The simulated time at which the demo begins: the burning season in the north, in a year that has passed.
    /// </summary>
    public static DateTimeOffset Start { get; } = new(2026, 2, 27, 17, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the centres to a network and gives them one simulated time.</summary>
    /// <param name="network">A network that is not started.</param>
    /// <param name="clock">Speed, sampling, seed and end.</param>
    public static void AddTo(FieldNetwork network, SimulatedTime clock)
    {
        Add(
            network, clock, 0,
            new StationPlan("cm-suthep", "500108", "ศูนย์ดิจิทัลชุมชน สุเทพ", "Suthep Digital Community Centre", 18.79, 98.96),
            "haze");
        Add(
            network, clock, 1,
            new StationPlan(
                "nan-wiang", "550101", "ศูนย์ดิจิทัลชุมชน ในเวียง", "Nai Wiang Digital Community Centre", 18.793, 100.786,
                BankMetres, 0),
            "flood");
        Add(
            network, clock, 2,
            new StationPlan("kk-mueang", "400101", "ศูนย์ดิจิทัลชุมชน ในเมือง", "Nai Mueang Digital Community Centre", 16.438, 102.837),
            "rain");
        AddStandIns(
            network, clock,
            new StationPlan("ub-nai", "340101", "ศูนย์ดิจิทัลชุมชน อุบล (เซ็นเซอร์จำลอง)", "Ubon Digital Community Centre (stand-in sensors)", 15.229, 104.857));
    }

    private static void AddStandIns(FieldNetwork network, SimulatedTime clock, StationPlan station)
    {
        Centre centre = network.Add(station);
        clock.WriteTo(centre.Firmware.Settings["Board"]!.AsObject());
        centre.StandIns = new StandInCentre(centre.Folder, clock.Start, clock.Speed, TimeProvider.System);
        centre.StandIns.WriteTo(centre.Firmware.Settings, clock.SampleEvery);
    }

    private static void Add(FieldNetwork network, SimulatedTime clock, int number, StationPlan station, string scenario)
    {
        Centre centre = network.Add(station);
        JsonObject board = centre.Firmware.Settings["Board"]!.AsObject();
        clock.WriteTo(board);
        board["Kind"] = "Virtual";
        board["Seed"] = clock.Seed + number;
        board["Scenario"] = scenario;
        board["BankMetres"] = BankMetres;
    }
}
