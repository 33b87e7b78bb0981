using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary><c>quality show</c>: the readings of a station with their raw flag and the one that holds.</summary>
internal static class QualityShowCommand
{
    private const int DaysMax = 31;

    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command show = new("show", "readings of a station: raw flag, the flag that holds, the test and the version that set it");
        Option<string> station = QualityArguments.Station();
        Option<string> series = QualityArguments.Series();
        Option<string> from = QualityArguments.From();
        Option<string> to = QualityArguments.To();
        to.Required = true;
        Option<long?> asOf = new("--as-of") { Description = "as of this quality version; 0 is what the station said", HelpName = "N" };
        Option<bool> differing = new("--differing") { Description = "only readings whose flag or test is not the raw one" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[station, series, from, to, asOf, differing, json])
        {
            show.Options.Add(option);
        }

        show.Act(console, async (call, configuration, _) =>
        {
            await using QualityFiles files = new(configuration);
            StationId id = QualityArguments.ReadStation(call.GetRequiredValue(station));
            (DateTimeOffset begin, DateTimeOffset? end) = QualityArguments.ReadSpan(call.GetRequiredValue(from), call.GetRequiredValue(to));
            if (end - begin > TimeSpan.FromDays(DaysMax))
            {
                throw new FormatException($"--to is more than {DaysMax} days after --from");
            }

            long version = call.GetValue(asOf) ?? JudgedReadings.Newest;
            if (version < 0 || (call.GetValue(asOf) is > 0 && files.Versions.Find(version) is null))
            {
                throw new FormatException($"--as-of {version} is not a quality version; there are {files.Versions.All.Count}, and 0");
            }

            try
            {
                SeriesId[] wanted = SeriesOf(files.Readings, id, call.GetValue(series));
                Print(files, wanted, (begin, end!.Value), version, call.GetValue(differing), call.GetValue(json), console);
                return ExitCodes.Ok;
            }
            catch (StoreException e)
            {
                console.Error(e.Message);
                return ExitCodes.Failed;
            }
        });
        return show;
    }

    /// <summary>The wanted series of a station, or all; throws a <see cref="FormatException"/> when it has no such one.</summary>
    public static SeriesId[] SeriesOf(IReadings readings, StationId station, string? series)
    {
        IReadOnlyList<SeriesId> all = readings.Series(station);
        if (all.Count == 0)
        {
            throw new FormatException($"--station '{station}' has no readings");
        }

        if (series is null)
        {
            return [.. all];
        }

        SeriesId wanted = new(station, QualityArguments.ReadSeries(series));
        return all.Contains(wanted)
            ? [wanted]
            : throw new FormatException($"--series '{series}' has no readings at '{station}', which has {string.Join(", ", all.Select(s => s.Name))}");
    }

    private static void Print(
        QualityFiles files,
        SeriesId[] series,
        (DateTimeOffset From, DateTimeOffset To) span,
        long version,
        bool onlyDiffering,
        bool asJson,
        IConsole console)
    {
        IEnumerable<JudgedReading> readings = series
            .SelectMany(s => files.Judged.Judge(s, span.From, span.To, version))
            .Where(r => !onlyDiffering || r.Flag != r.Raw.Quality || r.Test != r.Raw.Test);
        if (asJson)
        {
            console.Line(new JsonArray([.. readings.Select(r => Json(files.Versions, r))]).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (JudgedReading reading in readings)
        {
            console.Line(
                $"{LocalTime.Of(reading.Raw.TakenAt):yyyy-MM-dd HH:mm:ss} {reading.Raw.Series} {reading.Raw.Value} "
                + $"raw {Mark(reading.Raw.Quality, reading.Raw.Test)} now {Mark(reading.Flag, reading.Test)} version {reading.Version}"
                + (WordOn(files.Versions, reading) is { } word ? $" by {word.By}: {word.Reason}" : string.Empty));
        }
    }

    private static JsonNode Json(QualityVersionBook versions, JudgedReading reading)
    {
        QualityVersion? word = WordOn(versions, reading);
        return new JsonObject
        {
            ["series"] = reading.Raw.Series.Text,
            ["taken_at"] = reading.Raw.TakenAt,
            ["value"] = reading.Raw.Value,
            ["raw_flag"] = (int)reading.Raw.Quality,
            ["raw_test"] = QualityMark.NameOf(reading.Raw.Test),
            ["flag"] = (int)reading.Flag,
            ["test"] = QualityMark.NameOf(reading.Test),
            ["version"] = reading.Version,
            ["by"] = word?.By,
            ["reason"] = word?.Reason,
        };
    }

    private static QualityVersion? WordOn(QualityVersionBook versions, JudgedReading reading) =>
        reading.Test == QualityTest.Person ? versions.Find(reading.Version) : null;

    private static string Mark(QualityFlag flag, QualityTest test) =>
        test == QualityTest.None ? $"{(int)flag}" : $"{(int)flag} ({QualityMark.NameOf(test)})";
}
