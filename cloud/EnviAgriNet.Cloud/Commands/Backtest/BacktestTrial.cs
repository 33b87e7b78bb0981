using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Tries a rule on a table of recorded readings.</summary>
/// <param name="rule">The rule.</param>
/// <param name="call">What is asked for.</param>
/// <param name="console">Where bad rows and progress are told.</param>
internal sealed class BacktestTrial(BacktestRule rule, BacktestCall call, IConsole console)
{
    private const string CsvStation = "csv";
    private const string WaterLevel = "water_level";
    private static readonly string[] OfTheBank = ["bank_percent", "hours_to_bank"];

    /// <summary>The places of a table, tried one after the other, and what was in the table.</summary>
    public (IReadOnlyList<TriedPlace> Places, RecordedCounts Counts) OnTable(RecordedTable table)
    {
        List<string> quantities = call.Rain is not null
            ? [.. MonthlyRain.Quantities]
            : [.. table.Map.Series.Select(s => s.Series.Quantity.Code).Distinct()];
        RequireQuantities(quantities);
        Site site = rule.SiteLike(call.Stations.Count > 0 ? call.Stations[0] : StationId.Parse(CsvStation), call.Bank, call.Ground);
        RequireBank(site);
        TimeSpan memory = quantities.Max(rule.MemoryOf);
        bool isRain = call.Rain is not null;
        RecordedReadings recorded = new(
            table, isRain || call.From is null ? DateTimeOffset.MinValue : call.From.Value - memory,
            isRain ? DateTimeOffset.MaxValue : call.To ?? DateTimeOffset.MaxValue, console);
        List<RecordedValue> values = recorded.Read();
        RecordedTrial trial = new(values, recorded.Places, [.. table.Map.Series.Select(s => s.Series)], site);
        List<TriedPlace> places = [];
        foreach (TrialReadings readings in call.Rain is { } rain
            ? trial.Trials(rain, call.To ?? DateTimeOffset.MaxValue)
            : trial.Trials())
        {
            places.AddRange(NewRun().Try(readings));
        }

        return places.Count > 0
            ? (places, recorded.Counts)
            : throw new BacktestFault(NothingIn(recorded.Counts));
    }

    /// <summary>A run that has judged nothing yet.</summary>
    public BacktestRun NewRun() => new(rule, call.Reached, call.Within, call.From ?? DateTimeOffset.MinValue);

    /// <summary>Whether readings of a quantity bear on the rule or on the level to be reached.</summary>
    public bool IsWanted(string quantity) => Measures.Take(quantity) || call.Reached?.Measure == quantity;

    /// <summary>Throws a <see cref="BacktestFault"/> when the rule or the level asks for a quantity that is not there.</summary>
    public void RequireQuantities(IReadOnlyCollection<string> quantities)
    {
        if (!rule.Quantities.Any(quantities.Contains))
        {
            throw new BacktestFault(
                $"rule {rule.Name} judges {string.Join(", ", rule.Quantities)}; there is only {string.Join(", ", quantities)}");
        }

        if (call.Reached is not { } reached)
        {
            return;
        }

        // Says so when the name is none.
        ReachedMeter.Of(reached.Measure);
        IReadOnlyList<string> needed = Measures.TryGet(reached.Measure, out Measure? measure) ? measure.Quantities : [reached.Measure];
        string[] lacking = [.. needed.Where(q => !quantities.Contains(q))];
        if (lacking.Length > 0)
        {
            throw new BacktestFault(
                $"--reached {reached.Measure} needs {string.Join(", ", lacking)}; there is only {string.Join(", ", quantities)}");
        }
    }

    private void RequireBank(Site site)
    {
        bool isNeeded = rule.Measures.Any(OfTheBank.Contains) || OfTheBank.Contains(call.Reached?.Measure);
        if (isNeeded && !(site.BankLevel > site.GroundLevel))
        {
            throw new BacktestFault(
                $"rule {rule.Name} holds {QuantityCatalog.Get(WaterLevel).Code} against the bank: give --bank and --ground in m, the bank above the ground");
        }
    }

    private static string NothingIn(RecordedCounts counts) =>
        $"--csv: no row of {counts.Rows} gave a reading to judge: {counts.RowsFiltered} left out by --where, {counts.RowsOutside} outside "
        + $"--from and --to, {counts.RowsBad} bad, {counts.CellsMissing} cells missing"
        + (counts.FirstFault is { } fault ? $"; the first fault: {fault}" : string.Empty);
}
