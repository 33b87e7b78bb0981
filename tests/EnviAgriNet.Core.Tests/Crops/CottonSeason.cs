using System.Globalization;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>A season of cotton at Maricopa, Arizona, as pyfao56 1.4.0 recorded it: parameters, weather, irrigation, results.</summary>
internal sealed class CottonSeason
{
    private const string Folder = "soil/pyfao56/test01/";

    private readonly Dictionary<string, double> _parameters = [];
    private readonly Dictionary<string, (double Depth, double Wetted)> _irrigation = [];
    private readonly Dictionary<string, string[]> _weather = [];

    public CottonSeason(string name)
    {
        foreach (string[] cells in Lines("cotton2013.par").Where(c => c.Length > 1 && IsNumber(c[0])))
        {
            _parameters[cells[1].TrimEnd(',')] = Number(cells[0]);
        }

        foreach (string[] cells in Days("cotton2013.wth"))
        {
            _weather.Add(cells[0], cells);
        }

        foreach (string[] cells in Days(name + ".irr"))
        {
            _irrigation.Add(cells[0], (Number(cells[1]) * Number(cells[3]) / 100, Number(cells[2])));
        }

        string[] header = Lines(name + ".out").First(c => c.Length > 0 && c[0] == "Year-DOY");
        Columns = [.. header];
        Recorded = [.. Days(name + ".out")];
        Summary = Lines(name + ".sum").Where(c => c.Length == 3 && c[1] == ":").ToDictionary(c => c[2], c => Number(c[0]));
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string[]> Recorded { get; }

    public IReadOnlyDictionary<string, double> Summary { get; }

    /// <summary>The coefficient of the single curve, which pyfao56 records beside the dual one.</summary>
    public CropCoefficients Kc => new(_parameters["Kcmini"], _parameters["Kcmmid"], _parameters["Kcmend"]);

    public StageLengths Stages => new(
        (int)_parameters["Lini"], (int)_parameters["Ldev"], (int)_parameters["Lmid"], (int)_parameters["Lend"]);

    public WaterBalanceOptions Options
    {
        get
        {
            Soil soil = new(_parameters["thetaFC"], _parameters["thetaWP"], _parameters["Ze"], _parameters["REW"]);
            return new WaterBalanceOptions
            {
                Soil = soil,
                InitialDepletion = 1000 * (soil.FieldCapacity - _parameters["theta0"]) * _parameters["Zrini"],
                Crop = new Crop
                {
                    Code = "cotton",
                    NameEn = "Cotton",
                    NameTh = "ฝ้าย",
                    Stages = [Stages],
                    Kcb = new(_parameters["Kcbini"], _parameters["Kcbmid"], _parameters["Kcbend"]),
                    HeightStart = _parameters["hini"],
                    HeightMax = _parameters["hmax"],
                    RootDepthStart = _parameters["Zrini"],
                    RootDepthMax = _parameters["Zrmax"],
                    DepletionFraction = _parameters["pbase"],
                },
            };
        }
    }

    public FieldDay Day(int day)
    {
        string date = Recorded[day][0];
        string[] w = _weather[date];
        (double depth, double wetted) = _irrigation.GetValueOrDefault(date, (0, 1));
        return new FieldDay
        {
            Day = day,
            Et0 = Number(w[10]),
            Rain = Number(w[9]),
            Irrigation = depth,
            WettedFraction = wetted,
            Wind = Atmosphere.WindAtTwoMetres(Number(w[8]), 3),
            RhMin = Number(w[7]),
        };
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static bool IsNumber(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string[]> Days(string file) =>
        Lines(file).Where(c => c.Length > 1 && c[0].Length == 8 && c[0][4] == '-' && IsNumber(c[0][..4]));

    private static IEnumerable<string[]> Lines(string file) => File
        .ReadLines(SharedData.PathOf(Folder + file))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
