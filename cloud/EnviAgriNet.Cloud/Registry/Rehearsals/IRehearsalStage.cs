using System.Text.Json.Nodes;

namespace EnviAgriNet.Cloud.Registry.Rehearsals;

/// <summary>Plays one kind of rehearsal: the very code of a command, without its console.</summary>
internal interface IRehearsalStage
{
    /// <summary>What it is called: <c>drill</c>, <c>backtest</c>.</summary>
    string Kind { get; }

    /// <summary>What is wrong with a call, or null. Nothing is run.</summary>
    /// <param name="call">What is asked for.</param>
    string? FaultOf(RehearsalCall call);

    /// <summary>Plays it. Throws a <see cref="FormatException"/> that says why it cannot.</summary>
    /// <param name="call">What is asked for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="tell">Takes a line about how it goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The result as JSON.</returns>
    Task<JsonNode> PlayAsync(RehearsalCall call, string by, Action<string> tell, CancellationToken cancellationToken);
}
