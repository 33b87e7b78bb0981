namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>Which entries to look for; what is null does not matter.</summary>
/// <param name="Before">Only entries with lower numbers.</param>
/// <param name="From">The first time.</param>
/// <param name="To">The end, excluded.</param>
/// <param name="Actor">Who, exactly.</param>
/// <param name="Action">How the action begins: <c>alert</c> finds all about alerts.</param>
/// <param name="Subject">Words that subject or detail hold.</param>
internal sealed record AuditFilter(long? Before, DateTimeOffset? From, DateTimeOffset? To, string? Actor, string? Action, string? Subject);
