using System.Collections.Concurrent;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using Microsoft.Playwright;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>Chromium's own trace of the frames that it draws, and what its processes needed for them.</summary>
internal sealed class FrameTrace : IAsyncDisposable
{
    private const string Drawn = "DrawFrame";
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(30);

    private readonly ICDPSession _session;
    private readonly ConcurrentBag<double> _drawnS = [];
    private readonly TaskCompletionSource _isComplete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Dictionary<string, double> _secondsBefore = [];

    private FrameTrace(ICDPSession session)
    {
        _session = session;
        session.Event("Tracing.dataCollected").OnEvent += (_, part) => Take(part);
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => _isComplete.TrySetResult();
    }

    public static async Task<FrameTrace> StartAsync(IBrowser browser)
    {
        FrameTrace trace = new(await browser.NewBrowserCDPSessionAsync());
        trace._secondsBefore = await trace.ProcessorSecondsAsync();
        await trace._session.SendAsync("Tracing.start", new Dictionary<string, object>
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new Dictionary<string, object>
            {
                ["includedCategories"] = new[] { "devtools.timeline.frame", "disabled-by-default-devtools.timeline.frame" },
            },
        });
        return trace;
    }

    /// <summary>Ends it: the frames a second between the first and the last, and the longest time between two of them.</summary>
    public async Task<FrameFigures> EndAsync()
    {
        Dictionary<string, double> seconds = await ProcessorSecondsAsync();
        await _session.SendAsync("Tracing.end");
        await _isComplete.Task.WaitAsync(EndMax);
        double[] drawn = [.. _drawnS.Order()];
        if (drawn.Length < 2)
        {
            throw new BenchmarkException("the browser's trace tells of no frame");
        }

        double Each(string process) => (seconds.GetValueOrDefault(process) - _secondsBefore.GetValueOrDefault(process)) * 1000 / drawn.Length;
        return new FrameFigures(
            (drawn.Length - 1) / (drawn[^1] - drawn[0]), drawn.Zip(drawn.Skip(1), (one, next) => next - one).Max() * 1000, Each("renderer"), Each("GPU"));
    }

    public async ValueTask DisposeAsync() => await _session.DetachAsync();

    private void Take(JsonElement? part)
    {
        foreach (JsonElement one in part?.GetProperty("value").EnumerateArray() ?? default)
        {
            if (one.TryGetProperty("name", out JsonElement name) && name.ValueEquals(Drawn))
            {
                _drawnS.Add(one.GetProperty("ts").GetDouble() / 1e6);
            }
        }
    }

    /// <summary>The processor time of all processes of a kind, by the browser's own count.</summary>
    private async Task<Dictionary<string, double>> ProcessorSecondsAsync()
    {
        JsonElement? answer = await _session.SendAsync("SystemInfo.getProcessInfo");
        return answer!.Value.GetProperty("processInfo").EnumerateArray()
            .GroupBy(one => one.GetProperty("type").GetString()!)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.GetProperty("cpuTime").GetDouble()));
    }
}
