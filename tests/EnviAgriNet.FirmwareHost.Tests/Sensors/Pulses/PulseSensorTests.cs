using System.Diagnostics;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Sensors.Pulses;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Pulses;

/// <summary>Rain gauges and anemometers: every pulse counts once, over restarts too.</summary>
public sealed class PulseSensorTests : IDisposable
{
    private static readonly PulseSettings Rain = Settings(0.2, 0, ("sum", "rain"), ("total", "rain_total"));

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly StandInPulseLine _line = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Measure_Tips_AreRainSinceTheLastReadingAndATotal()
    {
        await using PulseSensor sensor = Sensor(Rain);
        Assert.Empty(await MeasureAsync(sensor));
        await TipAsync(1, 2, 3);
        Assert.Equal(["rain=0.6", "rain_total=0.6"], await MeasureAsync(sensor));
        Assert.Equal(["rain=0", "rain_total=0.6"], await MeasureAsync(sensor));
        await TipAsync(4);
        Assert.Equal(["rain=0.2", "rain_total=0.8"], await MeasureAsync(sensor));
    }

    [Fact]
    public async Task Measure_NumbersLeftOutByTheKernel_AreCounted_AlsoBeforeTheFirst()
    {
        await using PulseSensor sensor = Sensor(Rain);
        await MeasureAsync(sensor);
        await TipAsync(2, 3, 6);
        Assert.Equal(["rain=1.2", "rain_total=1.2"], await MeasureAsync(sensor));
    }

    [Fact]
    public async Task Counts_AfterARestart_GoOn_AndWhatNoReadingToldIsTold()
    {
        await using (PulseSensor first = Sensor(Rain))
        {
            await MeasureAsync(first);
            await TipAsync(1, 2);
            await MeasureAsync(first);
            await TipAsync(3);
        }

        // The kernel numbers anew.
        await using PulseSensor second = Sensor(Rain);
        await MeasureAsync(second);
        await TipAsync(1);
        Assert.Equal(["rain=0.4", "rain_total=0.8"], await MeasureAsync(second));
    }

    [Fact]
    public async Task Counts_WithoutAProperEnd_AreOnDiskAfterTenSeconds()
    {
        await using PulseSensor sensor = Sensor(Rain);
        await MeasureAsync(sensor);
        await TipAsync(1, 2);
        _time.Advance(PulseSensor.SaveEvery);
        await Until.TrueAsync(() => Memory().Read(out _).Total == 2, () => "two tips on the disk");
        Assert.Equal(0, Memory().Read(out _).Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}{")]
    [InlineData("""{"total":-1,"told":0}""")]
    [InlineData("""{"total":3,"told":4}""")]
    public async Task Counts_ThatCannotBe_AreKeptAside_ToldOnce_AndBeginAnew(string text)
    {
        File.WriteAllText(_folder.File("counts"), text);
        await using PulseSensor sensor = Sensor(Rain);
        SensorException told = await Assert.ThrowsAsync<SensorException>(() => MeasureAsync(sensor));
        Assert.Contains("begin anew at zero", told.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_folder.File("counts.damaged")));

        // What fell meanwhile is counted.
        await TipAsync(1);
        Assert.Equal(["rain=0.2", "rain_total=0.2"], await MeasureAsync(sensor));
        Assert.Equal(new PulseCounts(1, 1), Memory().Read(out string? damage));
        Assert.Null(damage);
    }

    [Fact]
    public void FileOf_NamesThatDiffer_ShareNoFile()
    {
        Assert.Equal("pulses-rain-1.json", PulseFamily.FileOf("rain-1"));
        string[] names = ["rain-1", "rain 1", "rain_1", "rain/1", "rain_00201", "ฝน", "น้ำ"];
        Assert.Equal(names.Length, names.Select(PulseFamily.FileOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Measure_Anemometer_GivesTheMeanAndTheGustOfThreeSeconds()
    {
        // 2.4 km/h at one pulse a second, as the usual cup anemometer has it; calm is calm.
        await using PulseSensor sensor = Sensor(Settings(0.6667, 0.1, ("rate", "wind_speed"), ("gust", "wind_gust")));
        await MeasureAsync(sensor);
        for (uint i = 0; i < 31; i++)
        {
            // One a second for 15 seconds, then five a second for three; the last one is three seconds after the first of them.
            _line.Edge(i < 15 ? i : 15 + ((i - 15) / 5.0), i + 1);
        }

        await Until.TrueAsync(() => _line.Taken == 31, () => "31 pulses");
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(["wind_speed=0.444462", "wind_gust=3.4335"], await MeasureAsync(sensor));
        Assert.Equal(["wind_speed=0", "wind_gust=0"], await MeasureAsync(sensor));
    }

    [Fact]
    public async Task Line_Gone_IsToldOnce_AndTheCountGoesOnWhenItIsBack()
    {
        await using PulseSensor sensor = Sensor(Rain);
        await MeasureAsync(sensor);
        await TipAsync(1);
        _line.Unplug();
        SensorException? gone = null;
        await Until.TrueAsync(
            () =>
            {
                gone = Record.Exception(() => sensor.MeasureAsync(CancellationToken.None).Wait())?.InnerException as SensorException;
                return gone is not null;
            },
            () => "the fault");
        Assert.Equal(SensorFault.Missing, gone!.Fault);
        Assert.Empty(await MeasureAsync(sensor));
        await TipAsync(1);
        Assert.Equal("rain_total=0.4", (await MeasureAsync(sensor)).Last());
    }

    [Fact]
    public void Make_BadEntry_NamesEveryFaultWithItsKey()
    {
        IReadOnlyList<string> faults = Entries.Faults(
            new PulseFamily(), """{ "Name": "a", "Kind": "pulse", "Line": 2000, "Edge": "Both", "Series": { "pulses": "rain" }, "Chipp": "x" }""");
        Assert.All(["Chip is missing", "Line '2000' is not from 0 to 1023", "PerPulse is missing", "Edge 'Both' is none of", "Series:pulses is none of", "Chipp is none of"], part =>
            Assert.Contains(faults, fault => fault.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_SwitchesAndARelay_AreReadAndDriven_AndABusyLineIsTold()
    {
        string library = Compile();
        string fifo = _folder.File("lines");
        using (Process make = Process.Start("mkfifo", [fifo]))
        {
            await make.WaitForExitAsync();
        }

        await using StandInEdge edge = await StandInEdge.StartAsync(_folder.File("edge.sock"));
        File.WriteAllText(_folder.File("firmware.json"), $$"""
            {
              "Station": { "Id": "centre-a", "Region": "5001" }, "Board": { "Kind": "Linux" }, "Link": { "Socket": "{{_folder.File("edge.sock")}}" }, "Actuators": { "Socket": "{{_folder.File("firmware.sock")}}" },
              "Siren": { "Chip": "/dev/gpiochip9", "Line": 5, "ActiveLow": true },
              "Sensors": [
                { "Name": "rain", "Kind": "pulse", "Chip": "/dev/gpiochip9", "Line": 17, "PerPulse": 0.2, "Every": "00:00:01", "Series": { "total": "rain_total" } },
                { "Name": "wind", "Kind": "pulse", "Chip": "/dev/gpiochip9", "Line": 31, "PerPulse": 1, "Every": "00:00:01", "Series": { "rate": "wind_speed" } } ]
            }
            """);
        using FirmwareProcess process = new(
            _folder.File("firmware.sock"), ["env", $"LD_PRELOAD={library}", $"GPIO_STAND_IN=/dev/gpiochip9={fifo}", "dotnet"], ["--config", _folder.File("firmware.json")]);
        await Until.TrueAsync(() => edge.Committed.Any(r => r.Series.Text == "rain_total"), () => $"the first reading; the log:\n{process.AllLog}");
        await using (FileStream test = new(fifo, FileMode.Open, FileAccess.Write))
        {
            for (int i = 0; i < 25; i++)
            {
                test.Write("17 0\n17 1\n"u8);
            }
        }

        await Until.TrueAsync(() => edge.Committed.Any(r => r.Series.Text == "rain_total" && r.Value == 5), () => $"25 tips; the log:\n{process.AllLog}");

        // The relay rests while its line is high.
        Assert.Equal(["5 1"], await File.ReadAllLinesAsync(fifo + ".out"));
        Assert.Equal(200, (await process.PutAsync("/v1/actuators/siren", """{"on":true,"seconds":60}""")).Status);
        Assert.Equal(["5 1", "5 0"], await File.ReadAllLinesAsync(fifo + ".out"));
        (int code, string said) = await SirenTestAsync(library, fifo);
        Assert.Equal((0, """{"running":true,"sounded":false,"fault":null}"""), (code, said));
        await process.TerminateAsync();
        await process.ExitAsync();
        Assert.Equal("5 1", (await File.ReadAllLinesAsync(fifo + ".out"))[^1]);
        Assert.Contains("line 31 of /dev/gpiochip9 is used by another program", process.AllLog, StringComparison.Ordinal);

        // With nobody running it has the line itself, and leaves it off.
        int before = (await File.ReadAllLinesAsync(fifo + ".out")).Length;
        Assert.Equal((0, """{"running":false,"sounded":true,"fault":null}"""), await SirenTestAsync(library, fifo));
        string[] driven = (await File.ReadAllLinesAsync(fifo + ".out"))[before..];
        Assert.Equal(["5 1", "5 0"], driven[..2]);

        // Off by its time, and once more at its end when that came first.
        Assert.All(driven[2..], line => Assert.Equal("5 1", line));
        Assert.NotEmpty(driven[2..]);
    }

    private static PulseSettings Settings(double perPulse, double start, params (string Channel, string Series)[] series) =>
        new("p", TimeSpan.FromMinutes(1), series.ToDictionary(s => s.Channel, s => SeriesName.Parse(s.Series)), perPulse, start);

    private static async Task<IEnumerable<string>> MeasureAsync(PulseSensor sensor) =>
        (await sensor.MeasureAsync(CancellationToken.None)).Select(m => FormattableString.Invariant($"{m.Series}={m.Value}"));

    private PulseSensor Sensor(PulseSettings settings) =>
        new(settings, () => _line, Memory(), _time, NullLogger<PulseSensor>.Instance);

    private PulseMemory Memory() => new(_folder.File("counts"));

    private async Task TipAsync(params uint[] numbers)
    {
        int before = _line.Taken;
        foreach (uint number in numbers)
        {
            _line.Edge(10 * number, number);
        }

        await Until.TrueAsync(() => _line.Taken == before + numbers.Length, () => $"{numbers.Length} tips");
    }

    private async Task<(int Code, string Said)> SirenTestAsync(string library, string fifo)
    {
        using FirmwareProcess test = new(
            _folder.File("firmware.sock"),
            ["env", $"LD_PRELOAD={library}", $"GPIO_STAND_IN=/dev/gpiochip9={fifo}", "dotnet"],
            ["siren", "test", "--json", "--config", _folder.File("firmware.json")]);
        int code = await test.ExitAsync();
        return (code, string.Join('\n', test.Output.Where(line => line.Length > 0)));
    }

    private string Compile()
    {
        string source = Path.Combine(Repository.Root, "tests", "EnviAgriNet.FirmwareHost.Tests", "Sensors", "Pulses", "gpio_stand_in.c");
        using Process gcc = Process.Start("gcc", ["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", _folder.File("gpio.so"), source, "-ldl", "-lpthread"]);
        gcc.WaitForExit();
        Assert.Equal(0, gcc.ExitCode);
        return _folder.File("gpio.so");
    }
}
