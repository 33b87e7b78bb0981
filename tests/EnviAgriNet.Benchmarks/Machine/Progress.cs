using System.Diagnostics;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Lines on standard error that say what is going on, with the seconds since the start.</summary>
internal static class Progress
{
    private static readonly long Begin = Stopwatch.GetTimestamp();

    public static void Say(string text) =>
        Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(Begin).TotalSeconds,7:F1} s  {text}");
}
