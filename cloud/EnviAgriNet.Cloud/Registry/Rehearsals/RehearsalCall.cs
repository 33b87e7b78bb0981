using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Registry.Rehearsals;

/// <summary>What a page asks of a drill or a back-test; which fields matter depends on the kind.</summary>
/// <param name="Reason">Why.</param>
/// <param name="From">Replay from this time on.</param>
/// <param name="To">Replay until before this time.</param>
/// <param name="Hazard">Only rules of this hazard.</param>
/// <param name="Region">Only stations of this region.</param>
/// <param name="Station">Only this station.</param>
/// <param name="People">How many made-up people; null for those registered, of whom no address comes along.</param>
/// <param name="Rule">The rule to try, as <c>haze:2</c>.</param>
/// <param name="Level">Count warnings from this level on: moderate or severe.</param>
/// <param name="Reached">The level warnings should come before, as in <c>bank_percent&gt;=100</c>.</param>
/// <param name="Within">How many hours after a warning it may come.</param>
internal sealed record RehearsalCall(
    string? Reason,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Hazard,
    string? Region,
    string? Station,
    int? People,
    string? Rule,
    string? Level,
    string? Reached,
    double? Within)
{
    /// <summary>The times and filters as a command takes them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Span =>
    [
        .. From is { } from ? ["--from", $"{from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"] : (string[])[],
        .. To is { } to ? ["--to", $"{to.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"] : (string[])[],
    ];
}
