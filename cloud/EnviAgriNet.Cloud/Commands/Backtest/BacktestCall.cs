using System.CommandLine;
using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What a call asks for, read and found sound.</summary>
/// <param name="From">Judge from this time on; null from the first reading.</param>
/// <param name="To">Judge until before this time; null to the last reading.</param>
/// <param name="Offset">The offset results are told in.</param>
/// <param name="Reached">The level warnings should come before, or null.</param>
/// <param name="Within">How long after a warning it may come.</param>
/// <param name="Level">Warnings count from this level on.</param>
/// <param name="Bank">The bank in metres, or null.</param>
/// <param name="Ground">The bed in metres, or null.</param>
/// <param name="Stations">Only these stations; all when empty.</param>
/// <param name="Table">The file to try on; null for the stored readings.</param>
/// <param name="Rain">Makes precipitation indices of monthly rain; null when the table has readings.</param>
/// <param name="TotalsOnly">Whether people are shown the totals only.</param>
/// <param name="AsJson">Whether the result is one line of JSON.</param>
internal sealed record BacktestCall(
    DateTimeOffset? From, DateTimeOffset? To, TimeSpan Offset, ReachedLevel? Reached, TimeSpan Within, HazardLevel Level,
    double? Bank, double? Ground, IReadOnlyList<StationId> Stations, RecordedTable? Table, MonthlyRain? Rain, bool TotalsOnly,
    bool AsJson)
{
    private const double WithinHoursMax = 100_000;

    /// <summary>Reads the options. Throws a <see cref="BacktestFault"/> that names the option.</summary>
    public static BacktestCall Read(BacktestOptions options, ParseResult call)
    {
        string? zone = call.GetValue(options.Zone);
        TimeSpan offset = RowTime.TryParseZone(zone, out TimeSpan? given, out string? fault) ? given ?? LocalTime.Offset : throw new BacktestFault(fault);
        double within = call.GetValue(options.Within);
        HazardLevel level = call.GetRequiredValue(options.Level).ToLowerInvariant() switch
        {
            "moderate" => HazardLevel.Moderate,
            "severe" => HazardLevel.Severe,
            var other => throw new BacktestFault($"--level '{other}' is not moderate or severe"),
        };
        BacktestCall read = new(
            Time("--from", call.GetValue(options.From), offset), Time("--to", call.GetValue(options.To), offset), offset,
            call.GetValue(options.Reached) is { } reached ? ReachedLevel.Parse(reached) : null,
            within is > 0 and <= WithinHoursMax
                ? TimeSpan.FromHours(within)
                : throw new BacktestFault($"--within {within} is not above 0 and at most {WithinHoursMax} hours"),
            level, call.GetValue(options.Bank), call.GetValue(options.Ground),
            [.. (call.GetValue(options.Station) ?? []).Select(Station)], TableOf(options, call, zone), RainOf(options, call),
            call.GetValue(options.Totals), call.GetValue(options.Json));
        return read.From >= read.To ? throw new BacktestFault("--from must be before --to") : read;
    }

    private static StationId Station(string text) => StationId.TryParse(text, out StationId id)
        ? id
        : throw new BacktestFault($"--station '{text}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");

    private static DateTimeOffset? Time(string option, string? text, TimeSpan offset)
    {
        if (text is null)
        {
            return null;
        }

        return new RowTime(offset).TryRead(text, out DateTimeOffset time, out string? fault)
            ? time
            : throw new BacktestFault($"{option}: {fault}");
    }

    private static RecordedTable? TableOf(BacktestOptions options, ParseResult call, string? zone)
    {
        if (call.GetValue(options.Csv) is not { } file)
        {
            Option<string?>? alone = new[] { options.Map, options.Where, options.Missing, options.Each, options.MonthlyRain, options.Calibrate }
                .FirstOrDefault(o => call.GetValue(o) is not null);
            return alone is null ? null : throw new BacktestFault($"{alone.Name} says something of a table: give --csv FILE too");
        }

        string? map = call.GetValue(options.Map);
        if (call.GetValue(options.MonthlyRain) is { } column)
        {
            map = $"{map},{column}=rain[mm]";
        }

        return RecordedTable.Parse(
            file, map, zone ?? "+07:00", call.GetValue(options.Where), call.GetValue(options.Missing), call.GetValue(options.Each));
    }

    private static MonthlyRain? RainOf(BacktestOptions options, ParseResult call)
    {
        string? years = call.GetValue(options.Calibrate);
        if (call.GetValue(options.MonthlyRain) is null)
        {
            return years is null ? null : throw new BacktestFault("--calibrate goes with --monthly-rain");
        }

        if (years is null)
        {
            return new MonthlyRain(null, null);
        }

        string[] parts = years.Split('-');
        return parts.Length == 2 && TryYear(parts[0], out int from) && TryYear(parts[1], out int to) && from <= to
            ? new MonthlyRain(from, to)
            : throw new BacktestFault($"--calibrate '{years}' is not two years such as 1981-2010");
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1800 and <= 2200;
}
