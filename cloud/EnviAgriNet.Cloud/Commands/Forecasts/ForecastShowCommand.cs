using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary><c>forecast show</c> and <c>forecast card</c>: what people are shown.</summary>
internal static class ForecastShowCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command forecast, IConsole console)
    {
        forecast.Subcommands.Add(Show(console));
        forecast.Subcommands.Add(Card(console));
    }

    private static Command Show(IConsole console)
    {
        Command show = new("show", "print the published forecasts: one with --id or --commodity, or the list of all");
        Option<long?> id = new("--id") { Description = "the forecast with this id, old ones too", HelpName = "ID" };
        Option<string?> commodity = new("--commodity") { Description = "the forecast farmers are shown of this one, by code or name", HelpName = "NAME" };
        Option<bool> json = CloudCall.JsonOption();
        show.Options.Add(id);
        show.Options.Add(commodity);
        show.Options.Add(json);
        show.ActOnSeries(console, (call, configuration, _) =>
        {
            using ServiceProvider registry = CloudCall.Registry(configuration);
            ForecastBook book = registry.GetRequiredService<ForecastBook>();
            if (call.GetValue(id) is null && call.GetValue(commodity) is null)
            {
                return List(console, book.Lines(), call.GetValue(json));
            }

            PublishedForecast? found = call.GetValue(id) is { } number
                ? book.Find(number)
                : book.Newest(ForecastPublishCommand.CodeOf(call.GetValue(commodity)!));
            if (found is null)
            {
                console.Error("there is no such forecast");
                return ExitCodes.Failed;
            }

            PriceBook prices = registry.GetRequiredService<PriceBook>();
            IReadOnlyList<PublishedForecast> past = book.Past(found.Series, found.MadeAt - TrackRecord.Span);
            TrackRecord record = TrackRecord.Of(past, prices.Find(found.Series) is { } series ? prices.Values(series) : []);
            new ForecastPrinter(console, Name(found), found.Series.Frequency, call.GetValue(json)).Print(found.Forecast, null, record);
            return ExitCodes.Ok;
        });
        return show;
    }

    private static Command Card(IConsole console)
    {
        Command card = new("card", "print the model card of a published forecast: data, models and weights, errors, what would make it wrong");
        Argument<long> id = new("ID") { Description = "the forecast, see forecast show" };
        card.Arguments.Add(id);
        card.ActOnSeries(console, (call, configuration, _) =>
        {
            using ServiceProvider registry = CloudCall.Registry(configuration);
            if (registry.GetRequiredService<ForecastBook>().Find(call.GetValue(id)) is not { } found)
            {
                console.Error($"there is no forecast {call.GetValue(id)}");
                return ExitCodes.Failed;
            }

            console.Line(Name(found));
            new ForecastPrinter(console, Name(found), found.Series.Frequency, asJson: false).PrintCard(found.Forecast.Card);
            return ExitCodes.Ok;
        });
        return card;
    }

    private static int List(IConsole console, IReadOnlyList<ForecastLine> lines, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonArray([.. lines.Select(Json)]).ToJsonString(CloudCall.ReadableJson));
            return ExitCodes.Ok;
        }

        foreach (ForecastLine line in lines)
        {
            console.Line(
                $"{line.Id}\t{line.Series.Commodity}\t{line.Series.Market}\t{line.Series.Kind}\t{line.Series.Frequency}\t{line.Series.Source}\t"
                + $"{line.DataTo:yyyy-MM-dd}\t{line.LastStep:yyyy-MM-dd}");
        }

        return ExitCodes.Ok;
    }

    private static JsonObject Json(ForecastLine line) => new()
    {
        ["id"] = line.Id,
        ["commodity"] = line.Series.Commodity,
        ["market"] = line.Series.Market,
        ["kind"] = line.Series.Kind.ToString(),
        ["frequency"] = line.Series.Frequency.ToString().ToLowerInvariant(),
        ["source"] = line.Series.Source,
        ["grade"] = line.Series.Grade,
        ["data_to"] = $"{line.DataTo:yyyy-MM-dd}",
        ["last_step"] = $"{line.LastStep:yyyy-MM-dd}",
    };

    private static string Name(PublishedForecast found) =>
        $"forecast {found.Id}: {found.Series.Commodity} {found.Series.Market} {found.Series.Kind} {found.Series.Frequency} {found.Series.Source}, "
        + $"made {found.MadeAt:yyyy-MM-dd HH:mm}Z, baht/kg";
}
