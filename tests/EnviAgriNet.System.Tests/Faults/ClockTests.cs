using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>Clocks that jump by a year while everything runs: timers go on, nothing is lost, nothing fires twice.</summary>
public sealed class ClockTests
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private static readonly FieldScript Script = new();

    [ClockTheory]
    [InlineData("edge", "+365d")]
    [InlineData("edge", "-365d")]
    [InlineData("cloud", "+365d")]
    [InlineData("cloud", "-365d")]
    public Task Clock_JumpsByAYear_ChangesNothing(string who, string jump) => FaultField.RunAsync(jump, Script, async field =>
    {
        string clock = Path.Combine(field.Sub("clock"), "offset");
        await File.WriteAllTextAsync(clock, "+0");
        FieldProcess process = who == "edge" ? field.Centre.Edge.Process : field.Network.Cloud.Process;
        process.Environment["LD_PRELOAD"] = Library;
        process.Environment["FAKETIME_TIMESTAMP_FILE"] = clock;
        process.Environment["FAKETIME_NO_CACHE"] = "1";
        process.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        await field.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await File.WriteAllTextAsync(clock, jump);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await File.WriteAllTextAsync(clock, "+0");
        await Promises.AllHoldAsync(await field.FinishAsync(), field);
    });

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ClockTheoryAttribute : TheoryAttribute
    {
        public ClockTheoryAttribute()
        {
            if (!File.Exists(Library))
            {
                Skip = $"The clock of a process cannot be moved without {Library} (apt-get install faketime)";
            }
        }
    }
}
