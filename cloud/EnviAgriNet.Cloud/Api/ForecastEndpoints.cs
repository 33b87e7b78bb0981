using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The published forecasts for everybody: a list, one with its past and its model card, and the balance of an area.</summary>
internal static class ForecastEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapForecasts(this IEndpointRouteBuilder routes)
    {
        // Where the page was before; links to single forecasts were shared.
        routes.MapGet("/forecast.html", static (HttpContext context) => Results.LocalRedirect($"/forecasts{context.Request.QueryString}")).ExcludeFromDescription();
        routes.MapGet("/api/forecasts", static (HttpContext context, ForecastBook book, string? commodity) =>
            List(context, book, commodity));
        routes.MapGet("/api/forecasts/{id:long}", static (HttpContext context, ForecastBook book, PriceBook prices, long id) =>
            book.Find(id) is { } found ? Send(context, One(found, book, prices)) : Results.NotFound());
        routes.MapGet("/api/forecasts/balance", static (HttpContext context, AreaBalances balances, string? crop, string? region) =>
            Balance(context, balances, crop, region));
        routes.MapGet("/api/forecasts/balances", static (HttpContext context, BalanceViews views, string? crop) =>
            crop is null || CropTable.All.Any(known => known.Code == crop)
                ? Send(context, views.Of(crop))
                : Results.Text("crop is none that is known", statusCode: StatusCodes.Status400BadRequest));
        routes.MapGet("/api/forecasts/cards", static (HttpContext context, ForecastCards cards) => Send(context, cards.All()))
            .RequireOfficer(Role.Viewer);
    }

    private static IResult List(HttpContext context, ForecastBook book, string? commodity)
    {
        Commodity? wanted = CommodityTable.Find(commodity);
        if (commodity is not null && wanted is null)
        {
            return Results.Text("commodity is none that is known", statusCode: StatusCodes.Status400BadRequest);
        }

        JsonArray lines = [.. book.Lines().Where(l => wanted is null || l.Series.Commodity == wanted.Code).Select(Line)];
        return Send(context, new JsonObject { ["forecasts"] = lines });
    }

    private static JsonObject Line(ForecastLine line)
    {
        JsonObject json = ForecastSeriesJson.Of(line.Series);
        json.Insert(0, "id", line.Id);
        json["made_at"] = ForecastSeriesJson.Stamp(line.MadeAt);
        json["data_to"] = ForecastSeriesJson.Day(line.DataTo);
        json["last_step"] = ForecastSeriesJson.Day(line.LastStep);
        return json;
    }

    private static JsonObject One(PublishedForecast found, ForecastBook book, PriceBook prices)
    {
        IReadOnlyList<PricePoint> values = prices.Find(found.Series) is { } series ? prices.Values(series) : [];
        JsonObject json = ForecastSeriesJson.Of(found.Series);
        json.Insert(0, "id", found.Id);
        json["made_at"] = ForecastSeriesJson.Stamp(found.MadeAt);
        JsonObject forecast = JsonSerializer.SerializeToNode(found.Forecast, ForecastJson.Readable.PriceForecast)!.AsObject();
        foreach (string part in (string[])["steps", "card"])
        {
            json[part] = forecast[part]?.DeepClone();
        }

        json["risks"] = new JsonArray([.. ForecastRisks.Of(found.Forecast.Card, found.Series.Frequency).Select(r => JsonValue.Create(r))]);
        TrackRecord record = TrackRecord.Of(book.Past(found.Series, found.MadeAt - TrackRecord.Span), values);
        json["track_record"] = JsonSerializer.SerializeToNode(record, ForecastJson.Readable.TrackRecord);
        json["history"] = History(values, found.Series.Frequency);
        return json;
    }

    private static JsonArray History(IReadOnlyList<PricePoint> values, Frequency frequency)
    {
        JsonArray history = [];
        if (GriddedSeries.Of([.. values.Select(v => new SeriesPoint(v.Date, v.BahtPerKg))], frequency, zeroMeansMissing: true) is { } grid)
        {
            for (int i = Math.Max(0, grid.Values.Count - Forecasts.Limits.HistoryPointsMax); i < grid.Values.Count; i++)
            {
                history.Add(new JsonArray(ForecastSeriesJson.Day(grid.DateAt(i)), grid.Values[i] is { } value ? FiniteJson.Rounded(value) : null));
            }
        }

        return history;
    }

    private static IResult Balance(HttpContext context, AreaBalances balances, string? crop, string? region)
    {
        RegionId place = default;
        if (crop is not { Length: > 0 and <= Limits.FieldLengthMax } || (region is not null && !RegionId.TryParse(region, out place)))
        {
            return Results.Text(
                crop is not { Length: > 0 } ? "crop is missing" : "region is not a code of 2, 4 or 6 digits", statusCode: StatusCodes.Status400BadRequest);
        }

        return balances.Of(crop, region is null ? null : place, null, null) is { } found
            ? Send(context, JsonSerializer.SerializeToNode(found, ForecastJson.Readable.ProductionBalance)!.AsObject())
            : Results.NotFound();
    }

    private static IResult Send(HttpContext context, JsonObject json)
    {
        return TaggedAnswer.Json(context, System.Text.Encoding.UTF8.GetBytes(json.ToJsonString(ForecastJson.Text)));
    }
}
