using System.Collections.Concurrent;
using System.Globalization;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Pages.Tests.Centre;

/// <summary>The built edge of a centre, a broker, whoever sends alerts, and a browser in front of the screen.</summary>
public sealed class ScreenFixture : IAsyncLifetime
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-screen-").FullName;
    private readonly int _port = FreePort.Next();
    private MosquittoBroker _broker = null!;
    private MosquittoLink _link = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>The edge.</summary>
    public EdgeProcess Edge { get; private set; } = null!;

    /// <summary>Faults that the screen wrote to the browser's console.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _broker = await MosquittoBroker.StartAsync(null);
        _link = new MosquittoLink(
            new LinkOptions { Port = _broker.Port, ClientId = "cloud" }, null, TimeProvider.System, 1, NullLogger<MosquittoLink>.Instance);
        await _link.StartAsync(CancellationToken.None);
        await StartEdgeAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessChromium.Path, Headless = true, Args = HeadlessChromium.Flags });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        Edge.Dispose();
        await _link.DisposeAsync();
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the edge, again after it was killed.</summary>
    public async Task StartEdgeAsync()
    {
        Edge = await EdgeProcess.StartAsync(
            _folder, _broker.Port, $"Status:Listen=127.0.0.1:{_port}", "Status:Operators=head deputy", "Quality:Tests=Range", "Mqtt:BackOffMin=00:00:00.050", "Mqtt:BackOffMax=00:00:00.200");
        await Edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
    }

    /// <summary>A value of now for so many series.</summary>
    public async Task MeasureAsync(int series, double value)
    {
        string at = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        string[] records =
        [
            .. QuantityCatalog.All.Where(q => q.IsPlausible(value)).SelectMany(q => (string[])[q.Code, $"{q.Code}/b"]).Take(series)
                .Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{{{(i == 0 ? $"\"bn\":\"urn:eag:cm-01:\",\"bt\":{at}," : string.Empty)}\"n\":\"{name}\",\"v\":{value}}}")),
        ];
        Assert.Equal(series, records.Length);
        Assert.Equal(204, (await Edge.PostAsync($"[{string.Join(',', records)}]")).Status);
    }

    /// <summary>Sends an alert down, and waits until the edge has it.</summary>
    public async Task AlertAsync(AlertNotice notice)
    {
        await _link.PublishAsync("eag/v1/50/cm-01/alerts", MessageJson.Encode(notice), DeliveryQuality.AtLeastOnce, false, CancellationToken.None);
        await Edge.WaitUntilAsync(
            s => s["alerts"]!.AsArray().Any(a => (string?)a!["id"] == notice.Identifier) || (string?)s["ended"]?["id"] == notice.Identifier || notice.Type == "Cancel",
            $"alert {notice.Identifier}");
    }

    /// <summary>The screen in a browser of its own.</summary>
    public async Task<IPage> OpenAsync(int width, int height, bool hasScript = true)
    {
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            BaseURL = $"http://127.0.0.1:{_port}",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = hasScript,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)WaitMax.TotalMilliseconds);
        page.PageError += (_, fault) => Faults.Enqueue(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal))
            {
                Faults.Enqueue(message.Text);
            }
        };
        return page;
    }
}
