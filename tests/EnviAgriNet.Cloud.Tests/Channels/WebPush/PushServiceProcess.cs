using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.WebPush;

/// <summary>The strict push service in Node, with a certificate of its own.</summary>
internal sealed class PushServiceProcess : IAsyncDisposable
{
    private readonly Process _node;
    private readonly TaskCompletionSource<JsonNode> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PushServiceProcess(Process node) => _node = node;

    public ConcurrentQueue<JsonNode> Got { get; } = new();

    public string CaFile { get; private init; } = string.Empty;

    public int Port { get; private set; }

    private JsonNode Subscriptions { get; set; } = new JsonObject();

    public string Subscription(string name) => Subscriptions[name]!.ToJsonString();

    public static async Task<PushServiceProcess> StartAsync(string folder)
    {
        (string key, string certificate) = Certificate(folder);
        string script = Path.Combine(
            Repository.Root, "tests", "EnviAgriNet.Cloud.Tests", "Channels", "WebPush", "push-service.mjs");
        ProcessStartInfo start = new("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(key);
        start.ArgumentList.Add(certificate);
        PushServiceProcess service = new(Process.Start(start)!) { CaFile = certificate };
        service._node.OutputDataReceived += (_, line) => service.Take(line.Data);
        service._node.BeginOutputReadLine();
        JsonNode started = await service._started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        service.Port = (int)started["port"]!;
        service.Subscriptions = started["subscriptions"]!;
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        _node.Dispose();
    }

    private static (string Key, string Certificate) Certificate(string folder)
    {
        using ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string key = Path.Combine(folder, "service.key");
        string certificate = Path.Combine(folder, "service.pem");
        File.WriteAllText(key, pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificate, made.ExportCertificatePem());
        return (key, certificate);
    }

    private void Take(string? line)
    {
        if (line is null || JsonNode.Parse(line) is not { } told)
        {
            return;
        }

        if (told["port"] is not null)
        {
            _started.TrySetResult(told);
        }
        else
        {
            Got.Enqueue(told);
        }
    }
}
