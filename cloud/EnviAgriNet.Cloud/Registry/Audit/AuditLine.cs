namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>An entry as it stands in the log.</summary>
/// <param name="Number">1 and above, without gaps.</param>
/// <param name="At">When, by the machine's clock, to the millisecond.</param>
/// <param name="Entry">What was done.</param>
/// <param name="Previous">The hash of the entry before; zeros at the first.</param>
/// <param name="Hash">The hash of this entry.</param>
internal sealed record AuditLine(long Number, DateTimeOffset At, AuditEntry Entry, byte[] Previous, byte[] Hash);
