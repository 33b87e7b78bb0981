using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Testing;

/// <summary>The built edge as a process of its own, in a folder that outlives it.</summary>
public sealed class EdgeProcess : IDisposable
{
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private EdgeProcess(Process process, string folder)
    {
        _process = process;
        Folder = folder;
        Http = MakeHttp(Path.Combine(folder, "edge.sock"));
    }

    public string Folder { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

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

    public static async Task<EdgeProcess> StartAsync(string folder, int brokerPort, params string[] settings)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string program = Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "..", "..", "EnviAgriNet.Edge", configuration, "eag-edge"));
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] all = ["Station:Id=cm-01", "Station:Region=5001", $"Mqtt:Port={brokerPort}", "Status:Listen=", "Clock:Sync=Assume", .. settings];
        foreach (string setting in all.Reverse().DistinctBy(s => s.Split('=')[0]))
        {
            start.ArgumentList.Add("--set");
            start.ArgumentList.Add(setting);
        }

        EdgeProcess edge = new(Process.Start(start)!, folder);
        edge._process.OutputDataReceived += (_, e) => edge.Hear(e.Data);
        edge._process.ErrorDataReceived += (_, e) => edge.Hear(e.Data);
        edge._process.BeginErrorReadLine();
        edge._process.BeginOutputReadLine();
        await edge.WaitUntilAsync(_ => true, "the edge to answer");
        return edge;
    }

    public async Task<JsonNode> StatusAsync() =>
        JsonNode.Parse(await Http.GetStringAsync(new Uri("http://edge/v1/status")))!;

    public async Task<JsonNode> WaitUntilAsync(Func<JsonNode, bool> holds, string what)
    {
        long since = Stopwatch.GetTimestamp();
        JsonNode? last = null;
        while (Stopwatch.GetElapsedTime(since) < StartTimeMax)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the edge ended with {_process.ExitCode} while waiting for {what}: {Output}");
            }

            try
            {
                last = await StatusAsync();
                if (holds(last))
                {
                    return last;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"waited for {what}; last {last?.ToJsonString()}; output {Output}");
    }

    /// <summary>Posts a payload; the status code, or null when the connection broke.</summary>
    public async Task<(int? Status, string Body)> PostAsync(string payload, string path = "/v1/readings")
    {
        try
        {
            using ByteArrayContent content = new(Encoding.UTF8.GetBytes(payload));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/senml+json");
            using HttpResponseMessage answer = await Http.PostAsync(new Uri("http://edge" + path), content);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, e.Message);
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private static HttpClient MakeHttp(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, token) =>
        {
            Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
            return new NetworkStream(unix, ownsSocket: true);
        },
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
