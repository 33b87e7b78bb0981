using System.CommandLine;
using EnviAgriNet.Cloud.Commands.Backtest;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>What a call asks for, read and found sound.</summary>
/// <param name="From">Replay from this time on; null from the first reading.</param>
/// <param name="To">Replay until before this time; null to the last reading.</param>
/// <param name="Hazards">The hazards whose rules judge.</param>
/// <param name="Region">Where; null for everywhere.</param>
/// <param name="Speed">How many times faster than the measurements; 0 for as fast as it goes.</param>
/// <param name="Table">The table to replay; null for the stored readings.</param>
/// <param name="Station">The station it is thought to come from, or the only one; null for none in particular.</param>
/// <param name="Bank">The river's bank in m, or null.</param>
/// <param name="Ground">The river's bed in m, or null.</param>
/// <param name="Subscribers">A list of people, or null.</param>
/// <param name="People">How many made-up people, or null.</param>
/// <param name="AsJson">Whether the report is one line of JSON.</param>
internal sealed record DrillCall(
    DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<HazardKind> Hazards, RegionId? Region, double Speed, RecordedTable? Table,
    StationId? Station, double? Bank, double? Ground, string? Subscribers, int? People, bool AsJson)
{
    /// <summary>Reads the options. Throws a <see cref="BacktestFault"/> that names the option.</summary>
    public static DrillCall Read(DrillOptions options, ParseResult call)
    {
        string? zone = call.GetValue(options.Zone);
        TimeSpan offset = RowTime.TryParseZone(zone, out TimeSpan? given, out string? fault) ? given ?? LocalTime.Offset : throw new BacktestFault(fault);
        RecordedTable? table = call.GetValue(options.Csv) is { } file
            ? RecordedTable.Parse(
                file, call.GetValue(options.Map), zone ?? "+07:00", call.GetValue(options.Where), call.GetValue(options.Missing), null)
            : null;
        DrillCall read = new(
            Time("--from", call.GetValue(options.From), offset), Time("--to", call.GetValue(options.To), offset),
            HazardsOf(call.GetValue(options.Hazard)), RegionOf(call.GetValue(options.Region)), call.GetValue(options.Speed), table,
            StationOf(call.GetValue(options.Station)), call.GetValue(options.Bank), call.GetValue(options.Ground),
            call.GetValue(options.Subscribers), call.GetValue(options.People), call.GetValue(options.Json));
        return FaultOf(read) is { } wrong ? throw new BacktestFault(wrong) : read;
    }

    private static string? FaultOf(DrillCall call) => call switch
    {
        _ when call.From >= call.To => "--from must be before --to",
        { Table: null } when call.From is null || call.To is null => "stored readings are replayed over a span: give --from and --to, or --csv FILE",
        { Speed: < 0 or > Limits.SpeedMax } or { Speed: double.NaN } => $"--speed {call.Speed} is not 0 to {Limits.SpeedMax}",
        { People: < 0 or > Limits.PeopleMax } => $"--people {call.People} is not 0 to {Limits.PeopleMax}",
        { People: not null, Subscribers: not null } => "--people and --subscribers exclude each other",
        { Subscribers: { } list } when !File.Exists(list) => $"--subscribers '{list}' is not there",
        _ => null,
    };

    private static DateTimeOffset? Time(string option, string? text, TimeSpan offset)
    {
        if (text is null)
        {
            return null;
        }

        return new RowTime(offset).TryRead(text, out DateTimeOffset time, out string? fault) ? time : throw new BacktestFault($"{option}: {fault}");
    }

    private static IReadOnlyList<HazardKind> HazardsOf(string? text)
    {
        HazardKind[] all = Enum.GetValues<HazardKind>();
        HazardKind[] meant = text is null
            ? all
            : [.. all.Where(h => h.Code() == text || h.Code().EndsWith("-" + text, StringComparison.Ordinal))];
        return meant.Length > 0
            ? meant
            : throw new BacktestFault($"--hazard '{text}' is not one of {string.Join(", ", all.Select(h => h.Code()))}");
    }

    private static RegionId? RegionOf(string? text) => text is null ? null
        : RegionId.TryParse(text, out RegionId region) ? region
        : throw new BacktestFault($"--region '{text}' is not a code of 2, 4 or 6 digits");

    private static StationId? StationOf(string? text) => text is null ? null
        : StationId.TryParse(text, out StationId station) ? station
        : throw new BacktestFault($"--station '{text}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");
}
