namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>A benchmark cannot run or did not end as it must; the message is for the person who started it.</summary>
public sealed class BenchmarkException(string message) : Exception(message);
