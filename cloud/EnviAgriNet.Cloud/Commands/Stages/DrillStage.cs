using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Rehearsals;
using EnviAgriNet.Cloud.Commands.Drill;

namespace EnviAgriNet.Cloud.Commands.Stages;

/// <summary>Plays <c>drill</c> for a page: the same options, the same run, as fast as it goes. Nothing leaves.</summary>
internal sealed class DrillStage(IConfiguration configuration) : IRehearsalStage
{
    /// <inheritdoc/>
    public string Kind => "drill";

    /// <inheritdoc/>
    public string? FaultOf(RehearsalCall call)
    {
        if (call is not { From: { } from, To: { } to } || to <= from || to - from > RehearsalLimits.DrillSpanMax)
        {
            return $"from and to are needed, from before to, and at most {RehearsalLimits.DrillSpanMax.TotalDays} days between them";
        }

        if (call.People is < 0 or > RehearsalLimits.PeopleMax)
        {
            return $"people is not 0 to {RehearsalLimits.PeopleMax}";
        }

        if (call is not { Rule: null, Level: null, Reached: null, Within: null })
        {
            return "rule, level, reached and within are for back-tests";
        }

        return StageCall.FaultOf(() => Read(call));
    }

    /// <inheritdoc/>
    public Task<JsonNode> PlayAsync(RehearsalCall call, string by, Action<string> tell, CancellationToken cancellationToken) =>
        StageCall.PlayAsync(async () =>
        {
            DrillReport report = await DrillCommand.PlayAsync(Read(call), configuration, new StageConsole(tell, cancellationToken), cancellationToken);
            return JsonSerializer.SerializeToNode(report, DrillJson.Readable.DrillReport)!;
        });

    private static DrillCall Read(RehearsalCall call)
    {
        DrillOptions options = new();
        Command command = new("drill");
        options.AddTo(command);
        ParseResult parsed = command.Parse(
        [
            .. call.Span, "--speed", "0",
            .. StageCall.Option("--hazard", call.Hazard), .. StageCall.Option("--region", call.Region), .. StageCall.Option("--station", call.Station),
            .. StageCall.Option("--people", call.People?.ToString(CultureInfo.InvariantCulture)),
        ]);
        StageCall.Check(parsed);
        return DrillCall.Read(options, parsed);
    }
}
