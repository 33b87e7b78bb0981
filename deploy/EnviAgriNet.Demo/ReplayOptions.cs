using System.CommandLine;
using System.Text.RegularExpressions;
using EnviAgriNet.Demo.Recordings;

namespace EnviAgriNet.Demo;

/// <summary>The options that belong to a recording.</summary>
internal static partial class ReplayOptions
{
    private static readonly Option<string?> Replay = Text("--replay", "FILE", ".csv, .csv.gz or archive.zip#entry");

    private static readonly Option<string?> Map = Text("--map", "LIST", "column=series,... with one column=time");

    private static readonly Option<string?> Zone = Text("--zone", "OFFSET", "offset of times that carry none, such as +07:00");

    private static readonly Option<string?> Where = Text("--where", "LIST", "column=value,...: only rows with all of these");

    private static readonly Option<string?> Missing = Text("--missing", "LIST", ";-separated texts that mean no value");

    private static readonly Option<string?> Station = Text("--station", "ID", "the station's id");

    private static readonly Option<string?> Region = Text("--region", "CODE", "its region, 2, 4 or 6 digits");

    private static readonly Option<double?> Bank = new("--bank") { Description = "level of the river bank, m", HelpName = "M" };

    private static readonly Option<double?> Ground = new("--ground") { Description = "level of the river bed, m", HelpName = "M" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } =
        [Replay, Map, Zone, Where, Missing, Station, Region, Bank, Ground];

    /// <summary>The recording that was asked for, or null. Throws a <see cref="FormatException"/> for what cannot be.</summary>
    public static ReplayCall? Read(ParseResult parsed)
    {
        if (parsed.GetValue(Replay) is not { } file)
        {
            Option? alone = All.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false });
            return alone is null ? null : throw new FormatException($"{alone.Name} needs --replay FILE");
        }

        string map = parsed.GetValue(Map)
            ?? throw new FormatException("--replay needs --map, such as --map \"date_time=time,PM2.5=pm25\"");
        ColumnMap.Parse(map);
        string zone = parsed.GetValue(Zone) ?? "+00:00";
        if (!ZonePattern().IsMatch(zone))
        {
            throw new FormatException($"--zone '{zone}' is not an offset such as +07:00");
        }

        ReplayCall call = new(
            RecordingFile.Locate(file),
            map,
            zone,
            parsed.GetValue(Where),
            parsed.GetValue(Missing),
            Matching("--station", parsed.GetValue(Station) ?? "replay-1", StationPattern(), "3 to 40 characters of a-z, 0-9 and '-'"),
            Matching("--region", parsed.GetValue(Region) ?? "10", RegionPattern(), "a code of 2, 4 or 6 digits"),
            parsed.GetValue(Bank),
            parsed.GetValue(Ground));
        return call.Bank <= call.Ground
            ? throw new FormatException($"--bank {call.Bank} is not above --ground {call.Ground}")
            : call;
    }

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    private static string Matching(string option, string text, Regex pattern, string rule) => pattern.IsMatch(text)
        ? text
        : throw new FormatException($"{option} '{text}' is not {rule}");

    [GeneratedRegex("^[+-][0-9]{2}:[0-9]{2}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex ZonePattern();

    [GeneratedRegex("^[a-z0-9-]{3,40}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex StationPattern();

    [GeneratedRegex("^[1-9][0-9]([0-9]{2}){0,2}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex RegionPattern();
}
