namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>What somebody did. Nothing personal stands in it: a subscriber is <c>subscriber 17</c>.</summary>
/// <param name="Actor">Who: an officer's name, <see cref="System"/>, or <see cref="AtTheShell"/> for whoever calls himself so there.</param>
/// <param name="Action"><c>noun.verb</c>: <c>alert.released</c>.</param>
/// <param name="Subject">To what: an alert's identifier, <c>rule haze:2</c>, <c>subscriber 17</c>.</param>
/// <param name="Detail">Why and how; may be empty. What is longer than the limit is cut.</param>
internal sealed record AuditEntry(string Actor, string Action, string Subject, string Detail)
{
    /// <summary>The program itself, by a rule or a policy.</summary>
    public const string System = "system";

    /// <summary>
    /// Somebody at the machine's shell under a name that nobody checked. It is kept apart from officers' names, which have no colon.
    /// </summary>
    public static string AtTheShell(string name) => $"shell:{name}";
}
