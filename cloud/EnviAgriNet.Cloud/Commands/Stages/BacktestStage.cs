using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Rehearsals;
using EnviAgriNet.Cloud.Commands.Backtest;

namespace EnviAgriNet.Cloud.Commands.Stages;

/// <summary>Plays <c>hazard backtest</c> on the stored readings for a page.</summary>
internal sealed class BacktestStage(IConfiguration configuration) : IRehearsalStage
{
    /// <inheritdoc/>
    public string Kind => "backtest";

    /// <inheritdoc/>
    public string? FaultOf(RehearsalCall call)
    {
        if (call is not { From: { } from, To: { } to } || to <= from || to - from > RehearsalLimits.BacktestSpanMax)
        {
            return $"from and to are needed, from before to, and at most {RehearsalLimits.BacktestSpanMax.TotalDays} days between them";
        }

        // A rule's name is the registry's: a path would be read from the disk.
        if (string.IsNullOrWhiteSpace(call.Rule) || call.Rule.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or ':')))
        {
            return "rule is a rule and a version, as haze:1";
        }

        if (call is not { Hazard: null, Region: null, People: null })
        {
            return "hazard, region and people are for drills";
        }

        return StageCall.FaultOf(() => Read(call));
    }

    /// <inheritdoc/>
    public Task<JsonNode> PlayAsync(RehearsalCall call, string by, Action<string> tell, CancellationToken cancellationToken) =>
        StageCall.PlayAsync(async () =>
        {
            (BacktestOptions options, ParseResult parsed) = Read(call);
            return await BacktestCommand.TryAsync(options, parsed, configuration, new StageConsole(tell, cancellationToken), by);
        });

    private static (BacktestOptions Options, ParseResult Parsed) Read(RehearsalCall call)
    {
        BacktestOptions options = new();
        Command command = new("backtest");
        options.AddTo(command);
        ParseResult parsed = command.Parse(
        [
            .. call.Span, $"--rule={call.Rule}",
            .. StageCall.Option("--station", call.Station), .. StageCall.Option("--level", call.Level), .. StageCall.Option("--reached", call.Reached),
            .. StageCall.Option("--within", call.Within?.ToString(CultureInfo.InvariantCulture)),
        ]);
        StageCall.Check(parsed);
        BacktestCall.Read(options, parsed);
        return (options, parsed);
    }
}
