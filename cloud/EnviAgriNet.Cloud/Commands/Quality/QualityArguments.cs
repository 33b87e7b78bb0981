using System.CommandLine;
using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;
using RegistryLimits = EnviAgriNet.Cloud.Registry.Limits;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary>The options that the quality commands share, and how their texts are read: what is wrong is a <see cref="FormatException"/>
/// that names the option and its limit.</summary>
internal static class QualityArguments
{
    /// <summary><c>--station</c>.</summary>
    public static Option<string> Station() => new("--station") { Description = "the station", HelpName = "ID", Required = true };

    /// <summary><c>--series</c>.</summary>
    public static Option<string> Series() => new("--series")
    {
        Description = "the series, such as pm25 or soil_moisture:-0.3",
        HelpName = "NAME",
    };

    /// <summary><c>--from</c>.</summary>
    public static Option<string> From() => new("--from")
    {
        Description = "the first time, such as 2026-03-01 or 2026-03-01T10:00+07:00; Bangkok time without an offset",
        HelpName = "TIME",
        Required = true,
    };

    /// <summary><c>--to</c>.</summary>
    public static Option<string> To() => new("--to") { Description = "the end, excluded, in the same form", HelpName = "TIME" };

    /// <summary><c>--by</c>.</summary>
    public static Option<string> By() => new("--by") { Description = "who says so", HelpName = "NAME", Required = true };

    /// <summary><c>--reason</c>.</summary>
    public static Option<string> Reason() => new("--reason") { Description = "why", HelpName = "TEXT", Required = true };

    /// <summary>Reads a station's id.</summary>
    public static StationId ReadStation(string text) => StationId.TryParse(text, out StationId station)
        ? station
        : throw new FormatException(
            $"--station '{text}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");

    /// <summary>Reads a series.</summary>
    public static SeriesName ReadSeries(string text) => SeriesName.TryParse(text, out SeriesName? series, out string? fault)
        ? series
        : throw new FormatException($"--series: {fault}");

    /// <summary>Reads a time.</summary>
    public static DateTimeOffset ReadTime(string option, string text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time))
        {
            throw new FormatException($"{option} '{text}' is not a time such as 2026-03-01 or 2026-03-01T10:00+07:00");
        }

        DateTimeOffset read = time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, LocalTime.Offset)
            : new DateTimeOffset(time);
        return read >= Protocol.Limits.TakenAtMin
            ? read.ToUniversalTime()
            : throw new FormatException($"{option} '{text}' is before {Protocol.Limits.TakenAtMin:yyyy-MM-dd}, the first time a reading may have");
    }

    /// <summary>Reads a span; an end that is not given is null.</summary>
    public static (DateTimeOffset From, DateTimeOffset? To) ReadSpan(string from, string? to)
    {
        DateTimeOffset begin = ReadTime("--from", from);
        DateTimeOffset? end = to is null ? null : ReadTime("--to", to);
        return end <= begin ? throw new FormatException($"--to '{to}' is not after --from '{from}'") : (begin, end);
    }

    /// <summary>Reads who says so.</summary>
    public static string ReadName(string text) => ReadText("--by", text, RegistryLimits.NameLengthMax);

    /// <summary>Reads why.</summary>
    public static string ReadReason(string text) => ReadText("--reason", text, RegistryLimits.ReasonLengthMax);

    private static string ReadText(string option, string text, int lengthMax)
    {
        string trimmed = text.Trim();
        return trimmed.Length is > 0 && trimmed.Length <= lengthMax && !trimmed.Any(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF')
            ? trimmed
            : throw new FormatException($"{option} has {trimmed.Length} characters; allowed are 1 to {lengthMax}, on one line");
    }
}
