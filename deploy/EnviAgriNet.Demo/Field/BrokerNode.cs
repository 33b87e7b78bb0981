using System.Net.Sockets;

namespace EnviAgriNet.Demo.Field;

/// <summary>A real Mosquitto on a free port of the loopback address.</summary>
public sealed class BrokerNode : IDisposable
{
    private const int PortTries = 5;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    private readonly string _folder;

    /// <summary>A broker that is not started yet.</summary>
    /// <param name="folder">A folder of its own; must exist.</param>
    public BrokerNode(string folder)
    {
        _folder = folder;
        ConfigFile = Path.Combine(folder, "mosquitto.conf");
        Process = new FieldProcess("broker", folder, () => [Executable(), "-c", ConfigFile]);
    }

    /// <summary>The process.</summary>
    public FieldProcess Process { get; }

    /// <summary>The port; set before the first start, or found by it.</summary>
    public int Port { get; private set; }

    /// <summary>Default true: messages on their way survive a restart in a file. Holds from the next start on.</summary>
    public bool IsPersistent { get; set; } = true;

    /// <summary>Default false: anybody may connect. Else only the users of <see cref="Passwords"/>. Holds from the next start on.</summary>
    public bool NeedsPassword { get; set; }

    /// <summary>Users and their passwords, written when <see cref="NeedsPassword"/> is set.</summary>
    public Dictionary<string, string> Passwords { get; } = [];

    private string ConfigFile { get; }

    /// <summary>Starts the broker and waits until it answers. Its port stays the same over restarts.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        bool isFirst = Port == 0;
        for (int attempt = 1; ; attempt++)
        {
            if (isFirst)
            {
                Port = FreePort.Next();
            }

            WriteConfig();
            Process.Start();
            try
            {
                await Awaiting.UntilAsync("the broker to listen", StartLimit, LacksListenerAsync, cancellationToken);
                return;
            }
            catch (FieldException) when (isFirst && attempt < PortTries && !Process.IsRunning)
            {
                // Somebody else took the port in between.
            }
            catch (FieldException e)
            {
                throw new FieldException($"{e.Message}\n{Process.Tail(20)}", e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();

    /// <summary>Debian keeps it in <c>/usr/sbin</c>, which is not on every user's path.</summary>
    internal static string Executable() => File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";

    private async Task<string?> LacksListenerAsync(CancellationToken cancellationToken)
    {
        if (!Process.IsRunning)
        {
            throw new FieldException($"The broker ended with exit code {Process.ExitCode}");
        }

        using TcpClient client = new();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken);
            return null;
        }
        catch (SocketException e)
        {
            return e.Message;
        }
    }

    private void WriteConfig()
    {
        // Started as root, Mosquitto would change its user and lose its tie to the process that started it.
        string user = Environment.IsPrivilegedProcess ? "user root\n" : string.Empty;
        string passwords = string.Empty;
        if (NeedsPassword)
        {
            string file = Path.Combine(_folder, "passwords");
            File.WriteAllLines(file, Passwords.Select(MosquittoPassword.Line));
            passwords = $"password_file {file}\n";
        }

        File.WriteAllText(
            ConfigFile,
            $"""
            {user}listener {Port} 127.0.0.1
            allow_anonymous {(NeedsPassword ? "false" : "true")}
            {passwords}persistence {(IsPersistent ? "true" : "false")}
            persistence_location {_folder}/
            autosave_interval 5
            max_inflight_messages 1000
            max_queued_messages 10000
            max_packet_size 135168
            set_tcp_nodelay true
            log_dest stderr
            log_type error
            log_type warning
            log_type notice
            connection_messages false

            """);
    }
}
