using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Commands.Calc.Quality;

/// <summary><c>calc qc</c>: the quality tests of a configuration over a recording, with the flags of ioos_qc.</summary>
internal sealed class QcCalculation : Calculation
{
    private const string Aggregate = "aggregate";

    public override string Name => "qc";

    public override string Summary =>
        "quality flags of a series, 1 pass, 2 not evaluated, 3 suspect, 4 fail, 9 missing: the worst of all, then those of each test of the "
        + "configuration";

    public override string Source => "the QARTOD manuals as ioos_qc reads them; docs/quality.md has the configuration";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("value", string.Empty, "the value; empty, NaN and NA are missing")
        {
            ColumnOption = "column", IsColumnOnly = true,
        },
        new("time", string.Empty, "when it was measured: ISO 8601 (UTC where no offset is told) or seconds since 1970")
        {
            ColumnOption = "time", IsColumnOnly = true, Spellings = ["timestamp", "datetime", "date_time", "date"],
        },
        new("depth", "m", "how deep, positive down, for climatology by depth")
        {
            ColumnOption = "depth", IsColumnOnly = true, IsOptional = true, Spellings = ["z"],
        },
        new("config", string.Empty, "a JSON file with the tests and their limits, or the JSON itself") { IsSetting = true },
    ];

    public override bool IsSingle => false;

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        [Aggregate, .. Config(settings).Tests.Select(t => QualityMark.NameOf(t.Kind))];

    public override CalcResult Compute(CalcRow row) => throw new CalcFault("csv", "is missing: the tests need a whole series");

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        QualityConfig config = Config(settings);
        QcPoints points = new();
        foreach (CalcRow row in rows)
        {
            points.Add(row);
        }

        QualityResult judged = config.Judge(points.Series());
        foreach ((int? place, string? error) in points.Rows)
        {
            yield return place is { } i ? Result(config, judged, i).WithError(error) : CalcResult.Fault(error!);
        }
    }

    private static CalcResult Result(QualityConfig config, QualityResult judged, int i)
    {
        CalcResult result = new() { { Aggregate, (int)judged.Verdicts[i].Flag } };
        for (int t = 0; t < config.Tests.Count; t++)
        {
            result.Add(QualityMark.NameOf(config.Tests[t].Kind), (int)judged.Flags[t][i]);
        }

        return result;
    }

    private static QualityConfig Config(CalcRow settings)
    {
        string given = settings.Text("config");
        QualityConfig? config = QualityJson.TryParse(given.StartsWith('{') ? given : ReadFile(given), out IReadOnlyList<string> faults);
        if (config is null)
        {
            throw new CalcFault("config", string.Join("; ", faults));
        }

        if (config.Neighbour is not null || config.HumidityDoubt is not null)
        {
            throw new CalcFault("config", "has neighbour or sensor_doubt, which cannot be judged on one series");
        }

        return config.Tests.Count > 0 ? config : throw new CalcFault("config", "has no test");
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CalcFault("config", $"cannot be read: {e.Message}");
        }
    }
}
