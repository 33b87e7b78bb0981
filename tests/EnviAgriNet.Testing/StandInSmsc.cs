using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace EnviAgriNet.Testing;

/// <summary>
/// A stand-in for an operator's SMSC that speaks SMPP 3.4: a small Node.js program on the npm package smpp. It shows what reached
/// "the operator", and refuses, delays or throttles when told to.
/// </summary>
public sealed class StandInSmsc : IAsyncDisposable
{
    private static readonly TimeSpan InstallMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly ConcurrentQueue<SmscMessage> _messages = new();
    private readonly Task _reading;
    private int _ordered;
    private int _bound;
    private volatile int _port;

    private StandInSmsc(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port => _port;

    /// <summary>The messages so far, in the order they came.</summary>
    public IReadOnlyList<SmscMessage> Messages => [.. _messages];

    /// <summary>How many there are.</summary>
    public int Count => _messages.Count;

    /// <summary>How often a gateway has bound.</summary>
    public int Bound => Volatile.Read(ref _bound);

    /// <summary>Starts it on a free port.</summary>
    public static async Task<StandInSmsc> StartAsync()
    {
        string folder = await InstallAsync();
        ProcessStartInfo start = new("node", ["smsc.js"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        StandInSmsc smsc = new(Process.Start(start) ?? throw new InvalidOperationException("node did not start"));
        await Eventually.HoldsAsync("the stand-in SMSC listens", AnswerMax, () => smsc.Port != 0);
        return smsc;
    }

    /// <summary>Gives an order; it is in force when this completes.</summary>
    public async Task OrderAsync(
        IReadOnlyList<string>? refuse = null, IReadOnlyList<string>? undeliverable = null, int delayMs = 0, bool throttle = false, bool receipts = true)
    {
        await SendAsync(JsonSerializer.Serialize(
            new { refuse = refuse ?? [], undeliverable = undeliverable ?? [], delayMs, throttle, receipts }));
    }

    /// <summary>Hands a message over that a person sent; the gateway has taken it when this completes.</summary>
    /// <param name="from">The person's number.</param>
    /// <param name="to">The number they wrote to.</param>
    /// <param name="text">One part, at most 70 UTF-16 units.</param>
    public Task DeliverAsync(string from, string to, string text) => SendAsync(JsonSerializer.Serialize(new { deliver = new { from, to, text } }));

    private async Task SendAsync(string order)
    {
        int before = Volatile.Read(ref _ordered);
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        await Eventually.HoldsAsync("the stand-in SMSC took the order", AnswerMax, () => Volatile.Read(ref _ordered) > before);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        await _reading;
        _process.Dispose();
    }

    // The packages are installed once, beside the build's other products, and by one test process at a time.
    private static async Task<string> InstallAsync()
    {
        string source = Path.Combine(Repository.Root, "tests", "EnviAgriNet.Testing", "smsc");
        string folder = Path.Combine(Repository.Root, "artifacts", "smsc");
        Directory.CreateDirectory(folder);
        FileStream? turn = null;
        await Eventually.HoldsAsync("another test process installed the stand-in SMSC", InstallMax, () => TryLock(folder, out turn));
        await using (turn)
        {
            string mark = Path.Combine(folder, "installed");
            string wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"));
            foreach (string file in Directory.GetFiles(source))
            {
                // What is the same is left alone: another one may be starting from it, and would read half a file.
                string copy = Path.Combine(folder, Path.GetFileName(file));
                if (!File.Exists(copy) || await File.ReadAllTextAsync(copy) != await File.ReadAllTextAsync(file))
                {
                    File.Copy(file, copy, overwrite: true);
                }
            }

            if (!File.Exists(mark) || await File.ReadAllTextAsync(mark) != wanted)
            {
                using Process npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--no-audit", "--no-fund"])
                {
                    WorkingDirectory = folder,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                }) ?? throw new InvalidOperationException("npm did not start");
                await npm.WaitForExitAsync();
                if (npm.ExitCode != 0)
                {
                    throw new InvalidOperationException($"npm ci ended with {npm.ExitCode} in {folder}");
                }

                await File.WriteAllTextAsync(mark, wanted);
            }
        }

        return folder;
    }

    private static bool TryLock(string folder, out FileStream? turn)
    {
        try
        {
            turn = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            turn = null;
            return false;
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            switch (root.GetProperty("kind").GetString())
            {
                case "listening":
                    _port = root.GetProperty("port").GetInt32();
                    break;
                case "bound":
                    Interlocked.Increment(ref _bound);
                    break;
                case "ordered":
                    Interlocked.Increment(ref _ordered);
                    break;
                default:
                    _messages.Enqueue(Read(root));
                    break;
            }
        }
    }

    private static SmscMessage Read(JsonElement root) => new(
        root.GetProperty("to").GetString()!,
        root.GetProperty("from").GetString()!,
        root.GetProperty("coding").GetInt32(),
        root.GetProperty("priority").GetInt32(),
        root.GetProperty("text").GetString()!,
        root.GetProperty("units").GetInt32(),
        root.GetProperty("hasHeader").GetBoolean());
}

/// <summary>One message part as the operator got it.</summary>
/// <param name="To">The number, without a plus.</param>
/// <param name="From">The sender.</param>
/// <param name="Coding">SMPP data_coding; 8 is UCS-2.</param>
/// <param name="Priority">SMPP priority_flag.</param>
/// <param name="Text">The decoded text.</param>
/// <param name="Units">Its UTF-16 units.</param>
/// <param name="HasHeader">Whether it is one of several parts.</param>
public sealed record SmscMessage(string To, string From, int Coding, int Priority, string Text, int Units, bool HasHeader);
