namespace EnviAgriNet.Protocol.Cap;

/// <summary>A message that was read, or what is wrong with it: never both.</summary>
/// <param name="Alert">The message, or null.</param>
/// <param name="Faults">Every fault found; empty with a message.</param>
public sealed record CapReadResult(CapAlert? Alert, IReadOnlyList<CapFault> Faults);
