using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace EnviAgriNet.FirmwareHost.Tests;

/// <summary>The real program as a process of its own.</summary>
internal sealed class FirmwareProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    public FirmwareProcess(string socket, params string[] arguments)
        : this(socket, ["dotnet"], arguments)
    {
    }

    /// <summary>Runs it by a command that ends in <c>dotnet</c>, such as one that shows it another machine.</summary>
    public FirmwareProcess(string socket, string[] command, string[] arguments)
    {
        ProcessStartInfo start = new(command[0]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[.. command[1..], Path.Combine(AppContext.BaseDirectory, "eag-firmware.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        if (command.Length > 1)
        {
            // The runtime opens its debugger's pipe and waits, while umockdev holds the one lock that it has.
            start.Environment["DOTNET_EnableDiagnostics"] = "0";
        }

        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? string.Empty);
        _process.OutputDataReceived += (_, line) => Output.Enqueue(line.Data ?? string.Empty);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, cancellation) =>
            {
                Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(unix, ownsSocket: true);
            },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://firmware/") };
    }

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentQueue<string> Output { get; } = new();

    public bool HasExited => _process.HasExited;

    public string AllLog => string.Join('\n', Log);

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The process did not end; its log:\n{AllLog}", e);
        }

        return _process.ExitCode;
    }

    public async Task<JsonElement> StatusAsync()
    {
        JsonElement? status = null;
        await Until.TrueAsync(
            () =>
            {
                try
                {
                    status = JsonDocument.Parse(_http.GetStringAsync("v1/status").GetAwaiter().GetResult()).RootElement;
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            () => $"an answer on the socket; the log:\n{AllLog}");
        return status!.Value;
    }

    public async Task<(int Status, string Body)> PutAsync(string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.PutAsync(path, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
