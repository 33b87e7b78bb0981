using System.CommandLine;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>The options of <c>drill</c>.</summary>
internal sealed class DrillOptions
{
    private const double SpeedDefault = 600;

    public Option<string?> From { get; } = Text("--from", "TIME", "replay from this time on, such as 2019-03-01; readings shortly before it fill the windows");

    public Option<string?> To { get; } = Text("--to", "TIME", "replay until before this time");

    public Option<string?> Hazard { get; } = Text("--hazard", "NAME", "only rules of this hazard: haze, flood (river-flood and flash-flood), heat, drought, …");

    public Option<string?> Region { get; } = Text("--region", "CODE", "only stations of this region; with --csv the region the table is thought to be measured in");

    public Option<double> Speed { get; } = new("--speed")
    {
        Description = $"how many times faster than the measurements, default {SpeedDefault}; 0 is as fast as it goes",
        HelpName = "N",
        DefaultValueFactory = _ => SpeedDefault,
    };

    public Option<string?> Csv { get; } = Text("--csv", "FILE", "replay a table (.csv, .csv.gz, archive.zip#part of an entry's name) instead of the stored readings");

    public Option<string?> Map { get; } = Text("--map", "MAP", "what the columns mean, such as date_time=time,PM2.5=pm25 or level_mm=water_level[mm]");

    public Option<string?> Zone { get; } = Text("--zone", "OFFSET", "the offset of times that carry none, such as +07:00 or Z");

    public Option<string?> Where { get; } = Text("--where", "COLUMN=VALUE", "only rows with these values, with commas between");

    public Option<string?> Missing { get; } = Text("--missing", "TEXTS", "what stands for a missing value, with semicolons between");

    public Option<string?> Station { get; } = Text("--station", "ID", "with --csv: the station it is thought to come from; otherwise only this station");

    public Option<double?> Bank { get; } = new("--bank") { Description = "with --csv: the river's bank in m", HelpName = "M" };

    public Option<double?> Ground { get; } = new("--ground") { Description = "with --csv: the river's bed in m", HelpName = "M" };

    public Option<string?> Subscribers { get; } = Text("--subscribers", "FILE", "people of a list (as `subscriber import` takes it) instead of those registered; their numbers are not kept");

    public Option<int?> People { get; } = new("--people")
    {
        Description = $"so many made-up people, spread over the places of the stations, instead of those registered; at most {Limits.PeopleMax}",
        HelpName = "N",
    };

    public Option<bool> Json { get; } = CloudCall.JsonOption();

    public void AddTo(Command command)
    {
        Option[] all = [From, To, Hazard, Region, Speed, Csv, Map, Zone, Where, Missing, Station, Bank, Ground, Subscribers, People, Json];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
