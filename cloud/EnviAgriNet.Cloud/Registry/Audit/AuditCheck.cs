namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>What a check of the log found.</summary>
/// <param name="Head">The end of what was read and is in order.</param>
/// <param name="Fault">The first thing that is not in order, or null.</param>
internal sealed record AuditCheck(AuditHead Head, AuditFault? Fault);

/// <summary>Where the log is not in order.</summary>
/// <param name="Number">The entry.</param>
/// <param name="What">What is wrong with it.</param>
internal sealed record AuditFault(long Number, string What);
