using System.Text;
using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

/// <summary>What a board on a serial line is sent, over pseudo-terminals.</summary>
public sealed class SerialDisplayTests : IDisposable
{
    private const string Flood = "River flood|";
    private const string Haze = "Haze       |";
    private const string Dark = "           |";
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new(Start);
    private readonly Display _display;
    private readonly SerialDisplay _serial;
    private readonly StringBuilder _heard = new();
    private readonly string _port;
    private PseudoTerminal? _board;

    public SerialDisplayTests()
    {
        _port = _folder.File("ttyUSB0");
        _display = new Display(new SimulatedTime(_time, isWallClock: true), _time, NullLogger<Display>.Instance);
        _serial = new SerialDisplay(
            _display,
            Options.Create(new DisplayOptions { Port = _port, Rows = 1, Columns = 11, RowEnd = "7C" }),
            _time,
            NullLogger<SerialDisplay>.Instance);
    }

    public void Dispose()
    {
        _serial.Dispose();
        _board?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Board_IsSentEachChangeOnce_AgainFromTimeToTime_AndDarkWhenAllIsOver()
    {
        Plug();
        Step(0);
        Show("E1", "River flood", until: 60);
        Step(0);
        Step(10);
        Step(30);
        Show("E2", "Haze", until: 50);

        // Two texts take turns of five seconds; the one that is over leaves the other.
        Step(40);
        Step(45);
        Step(50);
        Step(60);
        foreach (string frame in (string[])[Dark, Flood, Flood, Haze, Flood, Dark])
        {
            await HeardAsync(frame);
        }

        Assert.Empty(Heard());
    }

    [Fact]
    public async Task Board_ThatWasUnplugged_ShowsWhatHoldsWhenItIsBack()
    {
        // Not there yet at the start.
        Show("E1", "Haze", until: 600);
        Step(0);
        Plug();
        Step(6);
        await HeardAsync(Haze);

        _board!.Dispose();
        File.Delete(_port);
        Show("E2", "River flood", until: 600);
        _display.Apply(new DisplayOrder { Alert = "end", Version = 2, Event = "E1" }, out _);
        Step(7);
        Step(8);
        Plug();
        Step(14);
        await HeardAsync(Flood);
    }

    [Fact]
    public async Task Program_ShowsAnOrderOnTheBoard_AndLeavesItDark()
    {
        Plug();
        string socket = _folder.File("firmware.sock");
        string[] settings =
        [
            "Station:Id=centre-a", "Station:Region=5001", $"Link:Socket={_folder.File("edge.sock")}", $"Actuators:Socket={socket}",
            $"Display:Port={_port}", "Display:Rows=1", "Display:Columns=11", "Display:RowEnd=7C",
        ];
        using FirmwareProcess process = new(socket, [.. settings.SelectMany(setting => (string[])["--set", setting])]);
        await process.StatusAsync();
        await HeardAsync(Dark);
        Assert.Equal(200, (await process.PutAsync("v1/actuators/display", """{"text":{"th":"น้ำท่วม"}}""")).Status);
        await HeardAsync("\u00B9\u00E9\u00D3\u00B7\u00E8\u00C7\u00C1      |");
        await process.TerminateAsync();
        Assert.Equal(0, await process.ExitAsync());
        await HeardAsync(Dark);
    }

    private void Plug()
    {
        _board = new PseudoTerminal((_, bytes) =>
        {
            lock (_heard)
            {
                _heard.Append(Encoding.Latin1.GetString(bytes));
            }
        });
        File.Delete(_port);
        File.CreateSymbolicLink(_port, _board.Path);
    }

    private void Step(int second)
    {
        _time.Advance(Start.AddSeconds(second) - _time.GetUtcNow());
        _serial.Step();
    }

    private void Show(string name, string text, int until) => _display.Apply(
        new DisplayOrder
        {
            Alert = name,
            Version = 1,
            Event = name,
            Text = new Dictionary<string, string> { ["en"] = text },
            Until = Start.AddSeconds(until).ToUnixTimeSeconds(),
        },
        out _);

    private async Task HeardAsync(string frame)
    {
        await Until.TrueAsync(() => Heard().Contains('|', StringComparison.Ordinal), () => $"'{frame}', after '{Heard()}'");
        lock (_heard)
        {
            string first = _heard.ToString().Split('|')[0] + '|';
            _heard.Remove(0, first.Length);
            Assert.Equal(frame, first);
        }
    }

    private string Heard()
    {
        lock (_heard)
        {
            return _heard.ToString();
        }
    }
}
