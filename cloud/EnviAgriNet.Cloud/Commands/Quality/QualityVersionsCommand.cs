using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary><c>quality versions</c>: every quality version, oldest first, and what is being made.</summary>
internal static class QualityVersionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command versions = new("versions", "every quality version: what, by whom, why, for which span and stations");
        Option<bool> withConfig = new("--with-limits") { Description = "with the limits of each, as JSON" };
        Option<bool> json = CloudCall.JsonOption();
        versions.Options.Add(withConfig);
        versions.Options.Add(json);
        versions.Act(console, async (call, configuration, _) =>
        {
            await using QualityFiles files = new(configuration);
            if (call.GetValue(json))
            {
                JsonArray made = [.. files.Versions.All.Select(v => Json(files.Versions, v, call.GetValue(withConfig)))];
                JsonArray drafts = [.. files.Versions.Drafts().Select(Json)];
                console.Line(new JsonObject { ["versions"] = made, ["unfinished"] = drafts }.ToJsonString(CloudCall.ReadableJson));
                return ExitCodes.Ok;
            }

            foreach (QualityVersion version in files.Versions.All)
            {
                console.Line(Text(version));
                if (call.GetValue(withConfig) && version.Kind == QualityVersionKind.Config)
                {
                    console.Line($"     {files.Versions.ConfigOf(version.Number)}");
                }
            }

            foreach (QualityDraft draft in files.Versions.Drafts())
            {
                console.Line(
                    $"   - unfinished {draft.ConfigHash} begun {Time(draft.BegunAt)} by {draft.By}: {draft.Reason}, "
                    + $"{Time(draft.From)} to {Time(draft.To)}, {Who(draft.Stations)}");
            }

            return ExitCodes.Ok;
        });
        return versions;
    }

    /// <summary>A version as one line.</summary>
    public static string Text(QualityVersion version)
    {
        string what = version.Kind == QualityVersionKind.Config
            ? $"config {version.ConfigHash}{(version.IsLive ? " live" : string.Empty)}"
            : $"override {version.Series} {(version.Flag is { } flag ? $"flag {(int)flag}" : "taken back")}";
        return $"{version.Number,4} {what} made {Time(version.MadeAt)} by {version.By}: {version.Reason}, {Time(version.From)} to "
            + $"{(version.To is { } to ? Time(to) : "now")}, {Who(version.Stations)}";
    }

    /// <summary>A version as JSON.</summary>
    public static JsonNode Json(QualityVersionBook book, QualityVersion version, bool withConfig) => new JsonObject
    {
        ["number"] = version.Number,
        ["kind"] = version.Kind == QualityVersionKind.Config ? "config" : "override",
        ["live"] = version.IsLive,
        ["config_hash"] = version.ConfigHash,
        ["config"] = withConfig && version.Kind == QualityVersionKind.Config ? JsonNode.Parse(book.ConfigOf(version.Number)) : null,
        ["made_at"] = version.MadeAt,
        ["by"] = version.By,
        ["reason"] = version.Reason,
        ["from"] = version.From,
        ["to"] = version.To,
        ["stations"] = new JsonArray([.. version.Stations.Select(s => (JsonNode)s.Value)]),
        ["series"] = version.Series?.Text,
        ["flag"] = version.Flag is { } flag ? (int)flag : null,
    };

    private static JsonNode Json(QualityDraft draft) => new JsonObject
    {
        ["config_hash"] = draft.ConfigHash,
        ["begun_at"] = draft.BegunAt,
        ["by"] = draft.By,
        ["reason"] = draft.Reason,
        ["from"] = draft.From,
        ["to"] = draft.To,
        ["stations"] = new JsonArray([.. draft.Stations.Select(s => (JsonNode)s.Value)]),
    };

    private static string Time(DateTimeOffset time) => $"{LocalTime.Of(time):yyyy-MM-dd HH:mm}";

    private static string Who<T>(IReadOnlyList<T> stations) => stations.Count switch
    {
        0 => "all stations",
        > 3 => $"{stations.Count} stations",
        _ => string.Join(", ", stations),
    };
}
