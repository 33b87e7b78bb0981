using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands;

namespace EnviAgriNet.Cloud.Tests.Commands.Backtest;

/// <summary>A call of <c>hazard backtest</c> as a person makes it, on a table of its own.</summary>
internal sealed class BacktestBench : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-backtest").FullName;

    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Calls with arguments as they stand after <c>hazard backtest</c>.</summary>
    public static (int Code, Screen Screen) Run(params string[] arguments)
    {
        Screen screen = new();
        RootCommand root = new();
        HazardCommand.AddTo(root, screen);
        int code = root.Parse(["hazard", "backtest", .. arguments]).Invoke();
        return (code, screen);
    }

    /// <summary>Tries the flood rule on a table with the columns t and level, in m; the bank is at 5 m and the bed at 0.</summary>
    public (int Code, Screen Screen) Flood(string table, params string[] arguments)
    {
        string file = File("river.csv");
        System.IO.File.WriteAllText(file, table);
        string[] rule = arguments.Contains("--rule") ? [] : ["--rule", "river-flood"];
        return Run([
            .. rule, "--csv", file, "--map", "t=time,level=water_level", "--zone", "Z", "--bank", "5", "--ground", "0",
            .. arguments,
        ]);
    }

    /// <summary>The same as JSON; the call must succeed.</summary>
    public JsonElement FloodJson(string table, params string[] arguments)
    {
        (int code, Screen screen) = Flood(table, ["--json", .. arguments]);
        Assert.True(code == 0, string.Join('\n', screen.Errors));
        return JsonDocument.Parse(Assert.Single(screen.Lines)).RootElement;
    }

    /// <summary>A reading every ten minutes that goes straight from one of these levels to the next, hours after the start.</summary>
    public static string River(params (double Hour, double Level)[] points)
    {
        StringBuilder table = new("t,level\n");
        for (int i = 0; i + 1 < points.Length; i++)
        {
            int steps = (int)Math.Round((points[i + 1].Hour - points[i].Hour) * 6);
            for (int step = 0; step < steps; step++)
            {
                double share = (double)step / steps;
                double level = points[i].Level + (share * (points[i + 1].Level - points[i].Level));
                DateTimeOffset at = Start.AddHours(points[i].Hour).AddMinutes(10 * step);
                table.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm},{level:0.###}\n");
            }
        }

        return table.ToString();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
