using System.CommandLine;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>The options of <c>hazard backtest</c>.</summary>
internal sealed class BacktestOptions
{
    /// <summary>The time a level may take to come when the call does not say.</summary>
    public const double WithinHoursDefault = 24;

    public Option<string> Rule { get; } = new("--rule")
    {
        Description = "the rule to try: one that comes with the program (haze), a version of the registry (haze:2), or a JSON file",
        HelpName = "RULE",
        Required = true,
    };

    public Option<string?> From { get; } = Text(
        "--from", "TIME", "judge from this time on, such as 2019-01-01; readings shortly before it fill the windows");

    public Option<string?> To { get; } = Text("--to", "TIME", "judge until before this time");

    public Option<string?> Csv { get; } = Text(
        "--csv", "FILE", "try on a table (.csv, .csv.gz, archive.zip#part of an entry's name) instead of the stored readings");

    public Option<string?> Map { get; } = Text(
        "--map", "MAP", "what the columns mean, such as date_time=time,PM2.5=pm25 or level_mm=water_level[mm]");

    public Option<string?> Zone { get; } = Text("--zone", "OFFSET", "the offset of times that carry none, such as +07:00 or Z; results are told in it");

    public Option<string?> Where { get; } = Text("--where", "COLUMN=VALUE", "only rows with these values, with commas between");

    public Option<string?> Missing { get; } = Text(
        "--missing", "TEXTS", $"what stands for a missing value, with semicolons between; default '{RecordedTable.MissingDefault}'");

    public Option<string?> Each { get; } = Text("--each", "COLUMN", "each value of this column is a place of its own");

    public Option<string?> MonthlyRain { get; } = Text(
        "--monthly-rain", "COLUMN", "this column is the rain of a month in mm: judge spi_1, spi_3, spi_6 and spi_12 made of it");

    public Option<string?> Calibrate { get; } = Text("--calibrate", "FROM-TO", "the years that say which rain is usual, such as 1981-2010");

    public Option<double?> Bank { get; } = new("--bank") { Description = "the river's bank in m, instead of the registry's", HelpName = "M" };

    public Option<double?> Ground { get; } = new("--ground") { Description = "the river's bed in m, instead of the registry's", HelpName = "M" };

    public Option<string[]> Station { get; } = new("--station")
    {
        Description = "only this station's stored readings, may be repeated; with --csv what its place is called",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> Reached { get; } = Text(
        "--reached", "LEVEL", "the level warnings should come before: a quantity or a measure of rules, as in bank_percent>=100");

    public Option<double> Within { get; } = new("--within")
    {
        Description = $"how many hours after a warning the level may come, default {WithinHoursDefault}",
        HelpName = "H",
        DefaultValueFactory = _ => WithinHoursDefault,
    };

    public Option<string> Level { get; } = new("--level")
    {
        Description = "count warnings from this level on: moderate (default) or severe",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => "moderate",
    };

    public Option<bool> Totals { get; } = new("--totals") { Description = "print the totals only" };

    public Option<bool> Json { get; } = CloudCall.JsonOption();

    public void AddTo(Command command)
    {
        Option[] all =
        [
            Rule, From, To, Csv, Map, Zone, Where, Missing, Each, MonthlyRain, Calibrate, Bank, Ground, Station, Reached, Within, Level, Totals, Json,
        ];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
