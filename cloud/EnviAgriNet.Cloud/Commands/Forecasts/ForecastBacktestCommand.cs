using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Backtests;
using EnviAgriNet.Hosting;
using PriceTrial = EnviAgriNet.Forecasting.Backtests.Backtest;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary><c>forecast backtest</c>: what would have been published at many points in the past, beside what came, naive and seasonal naive.</summary>
internal static class ForecastBacktestCommand
{
    private const int OriginsDefault = 26;

    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(2);

    /// <summary>Adds the command.</summary>
    public static void AddTo(Command forecast, IConsole console)
    {
        Command backtest = new("backtest", "try the forecaster on the past by rolling origin, never in-sample: errors and coverage beside naive");
        SeriesOptions series = new();
        Option<int> origins = new("--origins")
        {
            Description = $"from how many points in the past, 1 to {BacktestRequest.OriginsMax}; {OriginsDefault} without",
            HelpName = "N",
            DefaultValueFactory = _ => OriginsDefault,
        };
        Option<bool> json = CloudCall.JsonOption();
        series.AddTo(backtest);
        backtest.Options.Add(origins);
        backtest.Options.Add(json);
        backtest.ActOnSeries(console, (call, configuration, cancellationToken) =>
        {
            AskedSeries asked = series.Read(call, configuration);
            ForecastCommand.SayFaults(asked, console);
            int wished = call.GetValue(origins);
            BacktestReport report = PriceTrial.Run(
                new BacktestRequest(asked.Request, wished), new Progress(console, wished), cancellationToken);
            if (report.Refusal is { } refusal)
            {
                console.Error($"no trial: {refusal.Field} {refusal.Reason}");
                return refusal.Field is "origins" or "horizon" ? ExitCodes.Usage : ExitCodes.Failed;
            }

            Print(console, asked, report, call.GetValue(json));
            return ExitCodes.Ok;
        });
        forecast.Subcommands.Add(backtest);
    }

    private static void Print(IConsole console, AskedSeries asked, BacktestReport report, bool asJson)
    {
        if (asJson)
        {
            console.Line(Json(asked, report).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line(ForecastPrinter.Head(asked.Name, asked.Counts));
        console.Line(
            $"{report.Errors.Origins} origins from {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}, horizon {asked.Request.Horizon}; "
            + $"naive would have been shown at {report.NaiveShown} of them");
        ForecastPrinter.PrintErrors(console, report.Errors.Rows, "method");
        console.Line(string.Empty);
        ForecastPrinter.PrintErrors(console, report.ByStep, "step");
        console.Line(Verdict(report));
    }

    private static JsonObject Json(AskedSeries asked, BacktestReport report) => new()
    {
        ["series"] = asked.Name,
        ["frequency"] = asked.Request.Frequency.ToString().ToLowerInvariant(),
        ["horizon"] = asked.Request.Horizon,
        ["origins"] = report.Errors.Origins,
        ["from"] = $"{report.From:yyyy-MM-dd}",
        ["to"] = $"{report.To:yyyy-MM-dd}",
        ["rows"] = ForecastPrinter.Json(asked.Counts),
        ["errors"] = Rows(report.Errors.Rows),
        ["by_step"] = Rows(report.ByStep),
        ["naive_shown"] = report.NaiveShown,
        ["beats_naive"] = Beats(report),
    };

    private static JsonNode Rows(IReadOnlyList<ErrorRow> rows) =>
        new JsonArray([.. rows.Select(r => JsonSerializer.SerializeToNode(r, ForecastJson.Readable.ErrorRow))]);

    private static bool? Beats(BacktestReport report) =>
        report.Errors.Rows is [{ Mase: { } own }, { Mase: { } naive }, ..] ? own < naive : null;

    private static string Verdict(BacktestReport report) => Beats(report) switch
    {
        true => "it beats naive",
        false => "it does not beat naive: the last price going on would have been as good or better",
        null => "nothing can be said against naive",
    };

    // Told on the thread of the trial; a trial of a second says nothing.
    private sealed class Progress(IConsole console, int origins) : IProgress<int>
    {
        private long _said = TimeProvider.System.GetTimestamp();

        public void Report(int value)
        {
            if (TimeProvider.System.GetElapsedTime(_said) >= SayEvery)
            {
                _said = TimeProvider.System.GetTimestamp();
                console.Error($"{value} of {origins} origins");
            }
        }
    }
}
