using System.Net;

namespace EnviAgriNet.Testing;

/// <summary>
/// A real Kannel, bearerbox and smsbox, on free ports in a folder of its own, with the configuration that is shipped and supervised as
/// the shipped units do it.
/// </summary>
public sealed class Kannel : IAsyncDisposable
{
    /// <summary>The sendsms user.</summary>
    public const string Username = "warn";

    /// <summary>Their password.</summary>
    public const string Password = "test-only";

    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-kannel-").FullName;
    private readonly int _adminPort = FreePort.Next();
    private readonly int _sendPort = FreePort.Next();
    private readonly KannelBox _bearerbox;
    private readonly KannelBox _smsbox;

    private Kannel()
    {
        // smsbox without its bearerbox ends after some seconds, with code 0: it is restarted with it.
        _smsbox = new KannelBox("/usr/sbin/smsbox", _folder, static () => { });
        _bearerbox = new KannelBox("/usr/sbin/bearerbox", _folder, _smsbox.Restart);
    }

    /// <summary>The sendsms address.</summary>
    public Uri Url => new($"http://127.0.0.1:{_sendPort}/cgi-bin/sendsms");

    /// <summary>The folder with its logs, for a look when a test fails and for a search for what must not be there.</summary>
    public string Folder => _folder;

    /// <summary>Starts it and waits until it is bound to the SMSC and takes messages.</summary>
    /// <param name="smscPort">Where the SMSC listens.</param>
    /// <param name="throughput">Message parts a second.</param>
    /// <param name="inbox">Where messages from people go; null: nowhere.</param>
    /// <param name="inboxToken">What is shown there.</param>
    public static async Task<Kannel> StartAsync(int smscPort, int throughput, Uri? inbox = null, string inboxToken = "none")
    {
        Kannel kannel = new();
        kannel.WriteConfiguration(smscPort, throughput, inbox ?? new Uri("http://127.0.0.1:9/sms/in"), inboxToken);
        await kannel.StartBoxesAsync();
        return kannel;
    }

    /// <summary>The boxes that ended by themselves and were started again, each with its exit code and last lines.</summary>
    public IReadOnlyList<string> Deaths => [.. _bearerbox.Deaths, .. _smsbox.Deaths];

    /// <summary>Ends both boxes at once, as a crash of the machine would; the spool stays, and they stay dead until they are started.</summary>
    public void Kill()
    {
        _smsbox.Kill();
        _bearerbox.Kill();
    }

    /// <summary>Starts the boxes (again).</summary>
    public async Task StartBoxesAsync()
    {
        using HttpClient http = new();
        try
        {
            _bearerbox.Start();
            await Eventually.HoldsAsync("bearerbox is bound to the SMSC", StartMax, () => IsBoundAsync(http));
            _smsbox.Start();
            await Eventually.HoldsAsync("smsbox takes messages", StartMax, () => TakesMessagesAsync(http));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join('\n', Deaths)}", e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void WriteConfiguration(int smscPort, int throughput, Uri inbox, string inboxToken)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "spool"));
        Directory.CreateDirectory(Path.Combine(_folder, "dlr"));
        Dictionary<string, string> values = new()
        {
            ["ADMIN_PORT"] = $"{_adminPort}",
            ["ADMIN_PASSWORD"] = Password,
            ["STATUS_PASSWORD"] = Password,
            ["SMSBOX_PORT"] = $"{FreePort.Next()}",
            ["SMSC_HOST"] = "127.0.0.1",
            ["SMSC_PORT"] = $"{smscPort}",
            ["SMSC_USERNAME"] = "warn",
            ["SMSC_PASSWORD"] = Password,
            ["THROUGHPUT"] = $"{throughput}",
            ["SENDSMS_PORT"] = $"{_sendPort}",
            ["SENDSMS_USERNAME"] = Username,
            ["SENDSMS_PASSWORD"] = Password,
            ["INBOX_URL"] = inbox.OriginalString,
            ["INBOX_TOKEN"] = inboxToken,
        };
        string text = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "sms", "kannel.conf.template"));
        foreach ((string name, string value) in values)
        {
            text = text.Replace($"@{name}@", value, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(_folder, "kannel.conf"), text);
    }

    private async Task<bool> IsBoundAsync(HttpClient http)
    {
        try
        {
            string status = await http.GetStringAsync(new Uri($"http://127.0.0.1:{_adminPort}/status.xml?password={Password}"));
            return status.Contains("<status>online", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<bool> TakesMessagesAsync(HttpClient http)
    {
        try
        {
            // A call without a login is refused, by a box that is there.
            using HttpResponseMessage reply = await http.GetAsync(Url);
            string status = await http.GetStringAsync(new Uri($"http://127.0.0.1:{_adminPort}/status.xml?password={Password}"));
            return reply.StatusCode == HttpStatusCode.Forbidden && status.Contains("<type>smsbox", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
