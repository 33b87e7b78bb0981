using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Testing;

/// <summary>A real Mosquitto in a process and a temporary folder of its own, on a port of its own.</summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private const int PortTriesMax = 5;
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(20);

    private readonly MosquittoSettings _settings;
    private readonly string _configuration;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private MosquittoBroker(MosquittoSettings settings, string folder, int port)
    {
        _settings = settings;
        Folder = folder;
        Port = port;
        _configuration = Path.Combine(folder, "mosquitto.conf");
    }

    /// <summary>The port at 127.0.0.1; the same after a restart.</summary>
    public int Port { get; }

    /// <summary>Where its configuration and its stored state are; deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>What the broker has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The broker's process id, for tests that stop or slow it themselves; -1 while it is dead.</summary>
    public int ProcessId => _process?.Id ?? -1;

    /// <summary>Starts a broker and waits until it takes connections.</summary>
    public static async Task<MosquittoBroker> StartAsync(MosquittoSettings? settings)
    {
        settings ??= new MosquittoSettings();
        string folder = Directory.CreateTempSubdirectory("eag-mosquitto-").FullName;
        for (int attempt = 1; ; attempt++)
        {
            MosquittoBroker broker = new(settings, folder, settings.Port > 0 ? settings.Port : FreePort.Next());
            broker.WriteFiles();
            try
            {
                await broker.StartAgainAsync();
                return broker;
            }
            catch (IOException) when (attempt < PortTriesMax && settings.Port == 0
                && broker.Output.Contains("Address already in use", StringComparison.Ordinal))
            {
                // Somebody else took the port between the look and the start.
            }
            catch
            {
                await broker.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Ends the broker at once, as a power cut does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Starts the broker again on the same port and folder.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The broker runs already");
        }

        _process = Launch();
        long beganAt = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync();
                _process.Dispose();
                _process = null;
                throw new IOException($"Mosquitto ended at its start: {Output}");
            }

            if (Stopwatch.GetElapsedTime(beganAt) > StartTimeMax)
            {
                throw new TimeoutException($"Mosquitto does not listen on port {Port}: {Output}");
            }

            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string PasswordLine(string user, string password)
    {
        const int Iterations = 101;
        byte[] salt = RandomNumberGenerator.GetBytes(12);
        byte[] hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA512, 64);
        return $"{user}:$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }

    private Process Launch()
    {
        // The package puts it where an ordinary user's PATH does not look.
        string program = File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";
        ProcessStartInfo start = new(program, ["-c", _configuration])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            process.Dispose();
            throw new InvalidOperationException("Mosquitto is not installed: apt-get install mosquitto", fault);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null && _output.Length < 1_000_000)
            {
                _output.AppendLine(line);
            }
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return !_process!.HasExited;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void WriteFiles()
    {
        bool isOpen = _settings.Passwords is null && _settings.Tls is null;
        List<string> lines =
        [
            // Started by root it would give up the right to read this folder.
            $"user {Environment.UserName}",
            "log_dest stderr",
            "log_type error",
            "log_type warning",
            "log_type notice",
            "max_queued_messages 100000",
            "max_inflight_messages 1000",
            $"allow_anonymous {(isOpen ? "true" : "false")}",
            $"persistence {(_settings.Persistence ? "true" : "false")}",
        ];
        if (_settings.Persistence)
        {
            lines.AddRange([$"persistence_location {Folder}/", "autosave_interval 2"]);
        }

        if (_settings.Passwords is { } passwords)
        {
            lines.Add($"password_file {WriteFile("passwords", passwords.Select(p => PasswordLine(p.Key, p.Value)))}");
        }

        if (_settings.AclText is { } acl)
        {
            lines.Add($"acl_file {WriteFile("acl", [acl])}");
        }

        lines.Add($"listener {Port} 127.0.0.1");
        if (_settings.Tls is { } authority)
        {
            TestCertificate server = authority.IssueServer();
            lines.AddRange(
            [
                $"cafile {authority.CaFile}",
                $"certfile {server.CertificateFile}",
                $"keyfile {server.KeyFile}",
                "require_certificate true",
                "use_identity_as_username true",
            ]);
        }

        WriteFile("mosquitto.conf", [.. lines, .. _settings.ExtraLines]);
    }

    private string WriteFile(string name, IEnumerable<string> lines)
    {
        string file = Path.Combine(Folder, name);
        File.WriteAllLines(file, lines);
        return file;
    }
}
