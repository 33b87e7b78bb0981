using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>Prints a forecast with its model card: a table for people, or one line of JSON.</summary>
internal sealed class ForecastPrinter(IConsole console, string name, Frequency frequency, bool asJson)
{
    /// <summary>Prints.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="counts">What became of a table's rows; null without a table.</param>
    /// <param name="record">What earlier ones were worth; null when none was published.</param>
    public void Print(PriceForecast forecast, PriceFileCounts? counts, TrackRecord? record)
    {
        if (asJson)
        {
            console.Line(Json(forecast, counts, record).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line(Head(name, counts));
        PrintSteps(forecast);
        console.Line(string.Empty);
        PrintCard(forecast.Card);
        if (record is { Forecasts: > 0 })
        {
            console.Line(record.Compared == 0
                ? $"{record.Forecasts} forecasts were published within a year; nothing they told of has come yet"
                : $"{record.Forecasts} forecasts were published within a year, {record.Compared} of their steps have come: sMAPE {Number(record.Smape)} %, "
                    + $"{Percent(record.Coverage80)} within the 80 % bounds, {Percent(record.Coverage95)} within the 95 % bounds");
        }
    }

    /// <summary>Prints the model card alone.</summary>
    public void PrintCard(ModelCard card)
    {
        console.Line(
            $"data      {card.DataFrom:yyyy-MM-dd} to {card.DataTo:yyyy-MM-dd}, {card.Points} values, {card.Filled} gaps filled, {card.Outliers} spikes set aside");
        console.Line($"shown     {ForecastWords.Why(card.Reason)}");
        console.Line($"models    {string.Join("; ", card.Weights.Select(w => $"{w.Weight.ToString("P0", CultureInfo.InvariantCulture)} {w.Description} ({w.Name})"))}");
        console.Line($"bounds    {ForecastWords.Bands(card.Bands)}");
        foreach (string left in card.LeftOut)
        {
            console.Line($"left out  {left}");
        }

        console.Line($"errors of the last year, {card.LastYear.Origins} origins:");
        PrintErrors(console, card.LastYear.Rows, "method");
        console.Line("what would make it wrong:");
        foreach (string risk in ForecastRisks.Of(card, frequency))
        {
            console.Line($"- {ForecastWords.Risk(risk)}");
        }
    }

    /// <summary>Prints rows of errors.</summary>
    public static void PrintErrors(IConsole console, IReadOnlyList<ErrorRow> rows, string first)
    {
        console.Line($"{first,-10} {"sMAPE %",9} {"MASE",8} {"pinball",10} {"MSIS",8} {"in 80 %",8} {"in 95 %",8}");
        foreach (ErrorRow row in rows)
        {
            console.Line(
                $"{row.Name,-10} {Number(row.Smape),9} {Number(row.Mase),8} {Number(row.Pinball),10} {Number(row.Msis),8} "
                + $"{Percent(row.Coverage80),8} {Percent(row.Coverage95),8}");
        }
    }

    /// <summary>What was read, on one line.</summary>
    public static string Head(string name, PriceFileCounts? counts) => counts is null
        ? name
        : $"{name}: {counts.Rows} rows, {counts.Bad} bad, {counts.Missing} without a quotation, {counts.Repeated} repeated, "
            + $"{counts.Contradicting} contradicting, {counts.Filtered} left out by --where";

    /// <summary>What was read, as JSON.</summary>
    public static JsonObject? Json(PriceFileCounts? counts) => counts is null ? null : new JsonObject
    {
        ["read"] = counts.Rows,
        ["filtered"] = counts.Filtered,
        ["bad"] = counts.Bad,
        ["missing"] = counts.Missing,
        ["repeated"] = counts.Repeated,
        ["contradicting"] = counts.Contradicting,
        ["faults"] = new JsonArray([.. counts.Faults.Select(f => JsonValue.Create(f))]),
    };

    private JsonObject Json(PriceForecast forecast, PriceFileCounts? counts, TrackRecord? record)
    {
        JsonObject json = JsonSerializer.SerializeToNode(forecast, ForecastJson.Readable.PriceForecast)!.AsObject();
        json.Insert(0, "series", name);
        json.Insert(1, "frequency", frequency.ToString().ToLowerInvariant());
        json.Insert(2, "horizon", forecast.Steps.Count);
        json.Insert(3, "rows", Json(counts));
        json["shown_because"] = ForecastWords.Why(forecast.Card.Reason);
        json["risks"] = new JsonArray([.. ForecastRisks.Of(forecast.Card, frequency).Select(r => JsonValue.Create(r))]);
        json["track_record"] = record is null ? null : JsonSerializer.SerializeToNode(record, ForecastJson.Readable.TrackRecord);
        return json;
    }

    private void PrintSteps(PriceForecast forecast)
    {
        console.Line($"{"date",-10} {"median",12} {"80 % from",12} {"to",12} {"95 % from",12} {"to",12}");
        foreach (ForecastStep step in forecast.Steps)
        {
            console.Line(
                $"{step.Date:yyyy-MM-dd} {Number(step.Median),12} {Number(step.Low80),12} {Number(step.High80),12} {Number(step.Low95),12} {Number(step.High95),12}");
        }
    }

    private static string Number(double? value) => value switch
    {
        null => "-",
        { } number when Math.Abs(number) is >= 1e9 or (< 1e-3 and > 0) => number.ToString("0.###E+0", CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) >= 1000 => number.ToString("0.0", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";
}
