using System.CommandLine;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary><c>forecast …</c>: forecasts of prices with their doubt, trials of them on the past, and what people are shown.</summary>
internal static class ForecastCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command forecast = new("forecast", "forecast prices with bounds, try that on the past, publish, and show what is published");
        forecast.Subcommands.Add(Price(console));
        ForecastBacktestCommand.AddTo(forecast, console);
        ForecastPublishCommand.AddTo(forecast, console);
        ForecastShowCommand.AddTo(forecast, console);
        ForecastBalanceCommand.AddTo(forecast, console);
        root.Subcommands.Add(forecast);
    }

    /// <summary>Runs the action of a command; a call that names no series ends it with exit code 2.</summary>
    public static void ActOnSeries(this Command command, IConsole console, Func<ParseResult, IConfiguration, CancellationToken, int> act) =>
        command.Act(console, (call, configuration, cancellationToken) =>
        {
            try
            {
                return Task.FromResult(act(call, configuration, cancellationToken));
            }
            catch (SeriesFault fault)
            {
                console.Error(fault.Message);
                return Task.FromResult(ExitCodes.Usage);
            }
        });

    /// <summary>Says what of a table was not taken.</summary>
    public static void SayFaults(AskedSeries asked, IConsole console)
    {
        foreach (string fault in asked.Counts?.Faults ?? [])
        {
            console.Error(fault);
        }

        if (asked.Counts is { Bad: var bad, Faults.Count: var shown } && bad > shown)
        {
            console.Error($"{bad - shown} more rows could not be read");
        }

        if (asked.Counts is { Contradicting: > 0 } counts)
        {
            console.Error($"{counts.Contradicting} rows repeat a date with another value, the last of a date counts; choose one series with --where COLUMN=VALUE");
        }
    }

    private static Command Price(IConsole console)
    {
        Command price = new("price", "forecast a series: median, 80 and 95 % bounds for each step, and the model card");
        SeriesOptions series = new();
        Option<bool> json = CloudCall.JsonOption();
        series.AddTo(price);
        price.Options.Add(json);
        price.ActOnSeries(console, (call, configuration, _) =>
        {
            AskedSeries asked = series.Read(call, configuration);
            SayFaults(asked, console);
            ForecastOutcome outcome = PriceForecaster.Run(asked.Request);
            if (outcome.Forecast is not { } forecast)
            {
                console.Error($"no forecast: {outcome.Refusal!.Field} {outcome.Refusal.Reason}");
                return ExitCodes.Failed;
            }

            ForecastPrinter printer = new(console, asked.Name, asked.Request.Frequency, call.GetValue(json));
            printer.Print(forecast, asked.Counts, null);
            return ExitCodes.Ok;
        });
        return price;
    }
}
