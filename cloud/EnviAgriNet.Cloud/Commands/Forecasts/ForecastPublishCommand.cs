using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary><c>forecast publish</c>: makes now what the running cloud makes by itself after an import. The same prices again change nothing.</summary>
internal static class ForecastPublishCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(Command forecast, IConsole console)
    {
        Command publish = new("publish", "publish forecasts of the registry's series whose prices changed; series that are too old are named");
        Option<string?> commodity = new("--commodity") { Description = "only of this one, by code or name", HelpName = "NAME" };
        Option<bool> json = CloudCall.JsonOption();
        publish.Options.Add(commodity);
        publish.Options.Add(json);
        publish.ActOnSeries(console, (call, configuration, cancellationToken) =>
        {
            string? code = call.GetValue(commodity) is { } name ? CodeOf(name) : null;
            using ServiceProvider registry = CloudCall.Registry(configuration);
            ForecastMaker maker = registry.GetRequiredService<ForecastMaker>();
            List<ForecastFate> fates = [];
            foreach ((long id, PriceSeries series) in registry.GetRequiredService<PriceBook>().All().Where(s => code is null || s.Series.Commodity == code))
            {
                cancellationToken.ThrowIfCancellationRequested();
                fates.Add(maker.Make(id, series));
                if (!call.GetValue(json))
                {
                    console.Line(Line(fates[^1]));
                }
            }

            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. fates.Select(Json)]).ToJsonString(CloudCall.ReadableJson));
            }
            else
            {
                console.Line(string.Join(", ", Enum.GetValues<ForecastFateKind>().Select(k => $"{fates.Count(f => f.Kind == k)} {Word(k)}")));
            }

            return ExitCodes.Ok;
        });
        forecast.Subcommands.Add(publish);
    }

    /// <summary>The code of a commodity. Throws a <see cref="SeriesFault"/> for none.</summary>
    public static string CodeOf(string name) => CommodityTable.Find(name)?.Code
        ?? throw new SeriesFault($"--commodity '{CellNumber.Cut(name)}' is none that is known");

    private static string Line(ForecastFate fate) =>
        $"{Word(fate.Kind)}\t{fate.Id}\t{fate.Series.Commodity}\t{fate.Series.Market}\t{fate.Series.Kind}\t{fate.Series.Frequency}\t{fate.Series.Source}\t{fate.Reason}"
            .TrimEnd('\t');

    private static JsonObject Json(ForecastFate fate) => new()
    {
        ["fate"] = Word(fate.Kind),
        ["id"] = fate.Id,
        ["commodity"] = fate.Series.Commodity,
        ["market"] = fate.Series.Market,
        ["kind"] = fate.Series.Kind.ToString(),
        ["frequency"] = fate.Series.Frequency.ToString().ToLowerInvariant(),
        ["source"] = fate.Series.Source,
        ["grade"] = fate.Series.Grade,
        ["reason"] = fate.Reason,
    };

    private static string Word(ForecastFateKind kind) => kind switch
    {
        ForecastFateKind.Published => "published",
        ForecastFateKind.Unchanged => "unchanged",
        ForecastFateKind.TooOld => "too old",
        _ => "refused",
    };
}
