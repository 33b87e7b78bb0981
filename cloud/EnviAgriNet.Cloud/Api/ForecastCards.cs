using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// All forecasts side by side for officers: how each was made, how it did when it was tried on the past, and which prices have no forecast
/// and why. Whether a forecast is worth showing is seen in such a table, not in one picture.
/// </summary>
internal sealed class ForecastCards(ForecastBook book, PriceBook prices, TimeProvider time)
{
    /// <summary>The table.</summary>
    public JsonObject All()
    {
        IReadOnlyList<PublishedForecast> shown = book.All();
        HashSet<PriceSeries> known = [.. shown.Select(found => found.Series)];
        DateOnly today = ForecastBook.ThaiDay(time.GetUtcNow());
        return new JsonObject
        {
            ["cards"] = new JsonArray([.. shown.Select(found => (JsonNode)Card(found))]),
            ["silent"] = new JsonArray([.. prices.All().Where(entry => !known.Contains(entry.Series)).Take(Forecasts.Limits.ForecastsListedMax)
                .Select(entry => (JsonNode)Silent(entry.Id, entry.Series, today))]),
            ["most"] = Forecasts.Limits.ForecastsListedMax,
        };
    }

    private static JsonObject Card(PublishedForecast found)
    {
        ModelCard card = found.Forecast.Card;
        JsonObject json = ForecastSeriesJson.Of(found.Series);
        json.Insert(0, "id", found.Id);
        json["made_at"] = ForecastSeriesJson.Stamp(found.MadeAt);
        json["data_to"] = ForecastSeriesJson.Day(card.DataTo);
        json["points"] = card.Points;
        json["naive"] = card.IsNaive;
        json["reason"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(card.Reason.ToString());
        json["weights"] = new JsonArray([.. card.Weights.Select(weight => (JsonNode)new JsonArray(weight.Description, Math.Round(weight.Weight, 3)))]);
        json["published"] = Row(card, "published");
        json["last_value"] = Row(card, "naive");
        json["risks"] = new JsonArray([.. ForecastRisks.Of(card, found.Series.Frequency).Select(risk => JsonValue.Create(risk))]);
        return json;
    }

    private static JsonObject? Row(ModelCard card, string name) => card.LastYear.Rows.FirstOrDefault(row => row.Name == name) is { } row
        ? new JsonObject
        {
            ["smape"] = Rounded(row.Smape),
            ["coverage80"] = Rounded(row.Coverage80),
            ["coverage95"] = Rounded(row.Coverage95),
        }
        : null;

    private static double? Rounded(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 3) : null;

    // The reason that ForecastMaker had; a forecast that is not made yet has none.
    private JsonObject Silent(long id, PriceSeries series, DateOnly today)
    {
        JsonObject json = ForecastSeriesJson.Of(series);
        DateOnly? last = prices.Values(id) is [.., var newest] ? newest.Date : null;
        json["data_to"] = last is { } day ? ForecastSeriesJson.Day(day) : null;
        json["why"] = last is null ? "no-price"
            : today.DayNumber - last.Value.DayNumber > Forecasts.Limits.AgeDaysMax(series.Frequency) ? "too-old"
            : "too-little";
        return json;
    }
}
