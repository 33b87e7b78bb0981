using System.Diagnostics;
using EnviAgriNet.Benchmarks.Alert;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>
/// A real cloud in its own process sends a warning to everybody of a province: a reading brings it about, and a gateway that answers at
/// once takes it.
/// </summary>
internal sealed class SendStage : IDisposable
{
    private const long NumberFirst = 66_810_000_000;

    private static readonly TimeSpan SendMax = TimeSpan.FromMinutes(8);

    private readonly InstantGateway _gateway;
    private readonly Broker _broker;
    private readonly CloudServer _cloud;
    private readonly TempFolder _folder = new();
    private readonly int _people;

    private SendStage(InstantGateway gateway, Broker broker, int people, double rate)
    {
        _gateway = gateway;
        _broker = broker;
        _people = people;
        object pace = new { RatePerSecond = rate, InFlightMax = 100 };
        Dictionary<string, object> channels = new()
        {
            ["Channels"] = new
            {
                Sms = new { Enabled = true, Url = gateway.Address, PasswordFile = _folder.Write("password", "secret"), Pace = pace },
            },
        };
        _cloud = new CloudServer(broker.Port, channels);
    }

    /// <summary>Sends to so many people at up to a rate.</summary>
    /// <param name="people">How many.</param>
    /// <param name="rate">Messages a second at most.</param>
    /// <param name="hasReceipts">Whether the gateway reports each message as delivered.</param>
    /// <param name="seconds">When to end if it takes longer.</param>
    /// <param name="stops">How many of the last people say STOP when a tenth of the messages have left.</param>
    public static async Task<SendFigures> MeasureAsync(int people, double rate, bool hasReceipts, double seconds, int stops)
    {
        using InstantGateway gateway = new(hasReceipts);
        using Broker broker = await Broker.StartAsync();
        using SendStage stage = new(gateway, broker, people, rate);
        return await stage.RunAsync(seconds, stops);
    }

    public void Dispose()
    {
        _cloud.Dispose();
        _folder.Dispose();
    }

    private async Task<SendFigures> RunAsync(double seconds, int stops)
    {
        FloodSite site = new(0);
        _cloud.ImportStations([(site.Station, site.Region)]);
        _cloud.Command("subscriber", "import", _cloud.WriteFile("subscribers.csv", QueueStage.Subscribers(_people)));
        await _cloud.StartAsync();
        using ReceiptListener receipts = new(_broker.Port, [site.Station]);
        using MqttWire wire = new(_broker.Port, "bench-flood");
        wire.Publish(site.Topic, site.PackBefore(DateTimeOffset.UtcNow));
        wire.Flush();
        await Wait.UntilAsync(
            "a receipt for what was heard before", TimeSpan.FromSeconds(60), () => Task.FromResult(receipts.PacksStored >= 1), _cloud.Process);
        double memoryBefore = _cloud.Process.ResidentMiB;
        double cpuBefore = _cloud.Process.CpuSeconds;
        long published = Stopwatch.GetTimestamp();
        wire.Publish(site.Topic, site.PackThatTriggers(DateTimeOffset.UtcNow));
        wire.Flush();
        int afterStop = stops == 0 ? 0 : await StopAsync(stops);
        await Wait.UntilAsync(
            "the messages", SendMax,
            () => Task.FromResult(_gateway.Messages >= _people - stops || Stopwatch.GetElapsedTime(published).TotalSeconds > seconds),
            _cloud.Process);
        double cpu = _cloud.Process.CpuSeconds - cpuBefore;
        long[] arrivals = _gateway.Arrivals;
        return new SendFigures(
            arrivals.Length, Stopwatch.GetElapsedTime(published, arrivals[0]).TotalSeconds, RateOf(arrivals[..Math.Min(arrivals.Length, _people - stops)]), _gateway.Confirmed,
            _gateway.Repeats, memoryBefore, _cloud.Process.PeakMiB, cpu / arrivals.Length * 1_000, stops, afterStop);
    }

    // As the registration does it: the contact is marked, and nothing else is touched.
    private async Task<int> StopAsync(int stops)
    {
        await Wait.UntilAsync(
            "a tenth of the messages", SendMax, () => Task.FromResult(_gateway.Messages >= _people / 10), _cloud.Process);
        await using (SqliteConnection registry = new($"Data Source={Path.Combine(_cloud.DataFolder, "registry.db")}"))
        {
            registry.Open();
            using SqliteCommand stop = registry.CreateCommand();
            stop.CommandText = "PRAGMA busy_timeout=60000; UPDATE contact SET state = 'stopped' WHERE subscriber > $first";
            stop.Parameters.AddWithValue("$first", _people - stops);
            stop.ExecuteNonQuery();
        }

        await Wait.UntilAsync(
            "the other messages", SendMax, () => Task.FromResult(_gateway.Messages >= _people - stops), _cloud.Process);
        await Task.Delay(TimeSpan.FromSeconds(3));
        IReadOnlySet<long> numbers = _gateway.Numbers;
        return Enumerable.Range(_people - stops, stops).Count(i => numbers.Contains(NumberFirst + i));
    }

    // Of the first messages to those who did not say STOP: whoever did takes a turn in the queue and none at the gateway. Without the
    // first and the last twentieth: what is held, not what a full bucket gives.
    private static double RateOf(long[] arrivals)
    {
        int cut = arrivals.Length / 20;
        (int first, int last) = (cut, arrivals.Length - 1 - cut);
        return (last - first) / Stopwatch.GetElapsedTime(arrivals[first], arrivals[last]).TotalSeconds;
    }
}

/// <summary>What sending came to.</summary>
/// <param name="Messages">How many arrived at the gateway.</param>
/// <param name="FirstSeconds">From the reading to the first of them.</param>
/// <param name="PerSecond">Messages a second, held.</param>
/// <param name="Confirmed">Receipts that were taken meanwhile.</param>
/// <param name="Repeats">Messages beyond one for a number.</param>
/// <param name="MemoryBeforeMiB">Resident memory of the cloud before the warning.</param>
/// <param name="MemoryPeakMiB">The most it had at any time.</param>
/// <param name="CpuMs">Processor time of the cloud for each message.</param>
/// <param name="Stops">How many said STOP.</param>
/// <param name="AfterStop">How many of them were written to afterwards.</param>
internal sealed record SendFigures(
    int Messages, double FirstSeconds, double PerSecond, int Confirmed, int Repeats, double MemoryBeforeMiB, double MemoryPeakMiB,
    double CpuMs, int Stops, int AfterStop);
