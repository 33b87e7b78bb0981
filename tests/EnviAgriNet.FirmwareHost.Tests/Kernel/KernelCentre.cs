using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Kernel;

/// <summary>
/// A centre whose eight chips have the kernel's own drivers: five are registers of i2c-stub, three are on the bus of a simulated bridge.
/// The program runs in the guest with the settings that its own scan proposed, and posts to an edge outside. Started by the first test that
/// asks for it.
/// </summary>
public sealed class KernelCentre : IAsyncLifetime
{
    // A reading is a second away on a quiet machine; the program's start takes longest.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();
    private Task? _started;
    private StandInEdge? _edge;
    private int _done;

    internal Guest Guest { get; private set; } = null!;

    /// <summary>The settings of the sensors as the scan proposed them.</summary>
    internal JsonArray Proposed { get; private set; } = null!;

    internal IEnumerable<string> Events => _edge!.Events;

    internal string Log => File.ReadAllText(Path.Combine(Guest.Shared, "run.log"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Guest?.Dispose();
        if (_edge is not null)
        {
            await _edge.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Once; what went wrong the first time goes wrong for each.</summary>
    internal Task StartedAsync() => _started ??= StartAsync();

    /// <summary>The series to which a channel of a chip goes.</summary>
    internal string Series(string device, string channel) =>
        (string)Proposed.Single(e => (string?)e!["Device"] == device)!["Series"]![channel]!;

    /// <summary>Waits until the edge is sent a value that was not there before.</summary>
    internal async Task ArrivesAsync(string device, string channel, double value, double tolerance)
    {
        string series = Series(device, channel);
        int before = _edge!.Committed.Count;
        Reading[] Newer() => [.. _edge.Committed.Skip(before).Where(r => r.Series.ToString() == series)];
        await WaitAsync(
            () => Newer().Any(r => Math.Abs(r.Value - value) <= tolerance),
            () => string.Create(CultureInfo.InvariantCulture, $"{series} of {device} to be {value}; it is {string.Join(", ", Newer().Select(r => r.Value))}"));
    }

    /// <summary>How many values of a series the edge has.</summary>
    internal int Count(string device, string channel)
    {
        string series = Series(device, channel);
        return _edge!.Committed.Count(r => r.Series.ToString() == series);
    }

    /// <summary>Does something in the guest; what the program says of it is waited for with <see cref="SaysAsync"/>.</summary>
    internal async Task DoAsync(params IEnumerable<string> lines)
    {
        _done = Log.Length;
        await Guest.RunAsync(StubChips.Lines(lines));
    }

    /// <summary>Waits until the program's log has said something since the last thing that was done.</summary>
    internal Task SaysAsync(string text) =>
        WaitAsync(() => Log.IndexOf(text, _done, StringComparison.Ordinal) >= 0, () => $"the log to say '{text}'");

    internal async Task WaitAsync(Func<bool> isSo, Func<string> what)
    {
        using CancellationTokenSource limit = new(WaitMax);
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            try
            {
                await look.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Waited {WaitMax.TotalSeconds} s for {what()}; the log:\n{Log}", e);
            }
        }
    }

    private async Task StartAsync()
    {
        int port = FreePort.Next();
        _edge = await StandInEdge.StartAsync(_folder.File("edge.sock"), port);
        Guest = await Guest.BootAsync(AppContext.BaseDirectory);
        await Guest.RunAsync(StubChips.Lines(
            "set -e",
            StubChips.Bosch(StubChips.Bmp280, 0x58),
            StubChips.Bosch(StubChips.Bme280, 0x60),
            StubChips.BoschHumidity(StubChips.Bme280, 30000),
            StubChips.Word(StubChips.Ads1115, 0, 16384),
            StubChips.Word(StubChips.Ads1115, 1, 0x8583),
            StubChips.Word(StubChips.Lm75, 0, 0x1980),
            StubChips.Word(StubChips.Sht21, 0xe3, 0x664c),
            StubChips.Word(StubChips.Sht21, 0xe5, 0x7c80),
            "new 0 bmp280 0x76; new 0 bme280 0x77; new 0 ads1115 0x48; new 0 lm75 0x49; new 0 sht21 0x40",
            "board_on"));
        string scan = await Guest.RunAsync("firmware scan --json --set Board:Kind=Linux");
        Proposed = JsonNode.Parse(scan)!["Sensors"]!.AsArray();
        await File.WriteAllTextAsync(Path.Combine(Guest.Shared, "firmware.json"), Settings(port).ToJsonString());
        await Guest.RunAsync("firmware --config /tmp/out/firmware.json >/host/tmp/out/run.log 2>&1 &");
    }

    private JsonObject Settings(int port) => new()
    {
        ["Station"] = new JsonObject { ["Id"] = "centre-a", ["Region"] = "5001" },
        ["Board"] = new JsonObject { ["Kind"] = "Linux" },

        // The address at which a guest finds the machine that runs it.
        ["Link"] = new JsonObject { ["Url"] = $"http://10.0.2.2:{port}/", ["FlushEvery"] = "00:00:00.2" },
        ["Actuators"] = new JsonObject { ["Socket"] = "/tmp/firmware.sock" },
        ["Sensors"] = new JsonArray([.. Proposed.Select(Hurried)]),
    };

    /// <summary>As proposed, but every second.</summary>
    private static JsonNode? Hurried(JsonNode? entry)
    {
        JsonNode copy = entry!.DeepClone();
        copy["Every"] = "00:00:01";
        return copy;
    }
}
