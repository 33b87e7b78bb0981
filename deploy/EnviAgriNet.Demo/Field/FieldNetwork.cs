using System.Globalization;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>
/// A broker, some centres and the cloud as real processes of this machine, on free ports and Unix sockets in one folder. Everything
/// dies with this process, even when it is killed. Not safe for use by several threads.
/// </summary>
public sealed class FieldNetwork : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly ProgramFiles _programs;
    private readonly FieldFolder _folder;
    private readonly List<Centre> _centres = [];
    private readonly List<SubscriberPlan> _subscribers = [];

    /// <summary>A network without centres; nothing is started yet.</summary>
    /// <param name="programs">Where the programs are.</param>
    /// <param name="folder">Where everything is kept; disposed by the caller after the network.</param>
    /// <param name="cloudPort">The port of the cloud's page; 0 for a free one.</param>
    public FieldNetwork(ProgramFiles programs, FieldFolder folder, int cloudPort = 0)
    {
        _programs = programs;
        _folder = folder;
        Broker = new BrokerNode(folder.Sub("b"));
        Cloud = new CloudNode(programs, folder.Sub("c"), cloudPort == 0 ? FreePort.Next() : cloudPort);
    }

    /// <summary>The broker.</summary>
    public BrokerNode Broker { get; }

    /// <summary>The cloud.</summary>
    public CloudNode Cloud { get; }

    /// <summary>The centres, in the order they were added.</summary>
    public IReadOnlyList<Centre> Centres => _centres;

    /// <summary>Every process of the network.</summary>
    public IEnumerable<FieldProcess> Processes =>
        [Broker.Process, Cloud.Process, .. _centres.SelectMany(c => new[] { c.Edge.Process, c.Firmware.Process })];

    /// <summary>Adds a centre with two subscribers in its region; before the start.</summary>
    public Centre Add(StationPlan station)
    {
        int number = _centres.Count + 1;
        Centre centre = new(_programs, _folder.Sub(number.ToString(CultureInfo.InvariantCulture)), station);
        _centres.Add(centre);
        _subscribers.AddRange(SubscriberPlan.PairFor(station.Region, number));
        return centre;
    }

    /// <summary>Starts the broker, the cloud and the edges.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Broker.StartAsync(cancellationToken);
        ConnectTo(Broker.Port);
        await StartCloudAsync(cancellationToken);
        await StartEdgesAsync(cancellationToken);
    }

    /// <summary>Tells the registry of stations and subscribers, and starts the cloud.</summary>
    public async Task StartCloudAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(cancellationToken);
        await Cloud.StartAsync(cancellationToken);
    }

    /// <summary>Starts the edges.</summary>
    public async Task StartEdgesAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_centres.Select(c => c.Edge.StartAsync(cancellationToken)));

    /// <summary>Starts the firmware hosts: from here on readings come.</summary>
    public async Task StartBoardsAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_centres.Select(c => c.Firmware.StartAsync(cancellationToken)));

    /// <summary>Lets the cloud and all edges use that port of the broker, from their next start on.</summary>
    public void ConnectTo(int port)
    {
        SettingsFile.Set(Cloud.Settings, "Mqtt", "Port", port);
        foreach (Centre centre in _centres)
        {
            SettingsFile.Set(centre.Edge.Settings, "Mqtt", "Port", port);
        }
    }

    /// <summary>Waits until every board came to its end, or says how far they are.</summary>
    public Task BoardsFinishedAsync(TimeSpan limit, CancellationToken cancellationToken) => Awaiting.UntilAsync(
        "the boards to come to their end", limit, LackingBoardsAsync, cancellationToken);

    /// <summary>Waits until every reading has arrived: edges empty, no pack missing.</summary>
    public async Task DrainAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await Awaiting.UntilAsync("the edges to have every receipt", limit, LackingReceiptsAsync, cancellationToken);
        await Awaiting.UntilAsync(
            "the ledger to miss nothing",
            limit,
            async token =>
            {
                long missing = (await Cloud.LedgerAsync(token)).Sum(r => r.PacksMissing);
                return missing == 0 ? null : $"{missing} packs missing";
            },
            cancellationToken);
    }

    /// <summary>The account so far.</summary>
    public async Task<Totals> CountAsync(CancellationToken cancellationToken)
    {
        long accepted = 0;
        foreach (Centre centre in _centres.Where(c => c.Edge.Process.Starts > 0))
        {
            accepted += (await centre.Edge.StatusAsync(cancellationToken)).AcceptedReadings;
        }

        Ledger ledger = await Cloud.LedgerAsync(cancellationToken);
        CloudStatus cloud = await Cloud.StatusAsync(cancellationToken);
        long stored = ledger.Sum(r => r.Stored);
        long duplicates = ledger.Sum(r => r.Duplicates);
        long rejected = ledger.Sum(r => r.Rejected);
        return new Totals
        {
            Accepted = accepted,
            Stored = stored,
            Duplicates = duplicates,
            Late = ledger.Sum(r => r.Late),
            Rejected = rejected,
            Missing = ledger.Sum(r => r.PacksMissing),
            Lost = accepted - stored - duplicates - rejected - ledger.Sum(r => r.Dropped),
            Alerts = cloud.AlertsReleased,
            Messages = cloud.Delivered,
        };
    }

    /// <summary>Stops everything in the order of the way of a reading; what does not end within its limit is killed.</summary>
    /// <returns>The names of those that had to be killed or ended with another exit code than 0.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_centres.Select(c => c.Firmware.Process.StopAsync(StopLimit, cancellationToken)));
        await Task.WhenAll(_centres.Select(c => c.Edge.Process.StopAsync(StopLimit, cancellationToken)));
        await Cloud.Process.StopAsync(StopLimit, cancellationToken);
        await Broker.Process.StopAsync(StopLimit, cancellationToken);
        return [.. Processes.Where(p => p.ExitCode is not (null or 0)).Select(p => $"{p.Name} (exit code {p.ExitCode})")];
    }

    /// <summary>The last lines of every process, for the message of a failure.</summary>
    public string Tails(int lines) => string.Join(
        '\n', Processes.Where(p => p.Starts > 0).Select(p => $"== {p.LogFile}\n{p.Tail(lines)}"));

    /// <summary>What every running program says of itself, for the message of a failure.</summary>
    public async Task<string> DescribeAsync()
    {
        List<string> lines = [];
        foreach (Centre centre in _centres)
        {
            lines.Add(await SayAsync("firmware", async () => (await centre.Firmware.StatusAsync(CancellationToken.None)).Answer));
            lines.Add(await SayAsync("edge", async () =>
            {
                JsonObject answer = (await centre.Edge.StatusAsync(CancellationToken.None)).Answer;
                answer.Remove("series");
                return answer;
            }));
        }

        lines.Add(await SayAsync("cloud", async () => (await Cloud.StatusAsync(CancellationToken.None)).Answer));
        lines.Add(await SayAsync("ledger", async () => (await Cloud.LedgerAsync(CancellationToken.None)).Answer));
        return string.Join('\n', lines);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (Centre centre in _centres)
        {
            centre.Dispose();
        }

        Cloud.Dispose();
        Broker.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> SayAsync(string who, Func<Task<JsonNode>> status)
    {
        try
        {
            return $"{who}: {(await status()).ToJsonString()}";
        }
        catch (Exception e) when (e is HttpRequestException or FieldException or OperationCanceledException or IOException)
        {
            return $"{who}: {e.Message}";
        }
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        string folder = _folder.Sub("c");
        string stations = Path.Combine(folder, "stations.csv");
        string subscribers = Path.Combine(folder, "subscribers.csv");
        await File.WriteAllLinesAsync(
            stations, [StationPlan.CsvHeader, .. _centres.Select(c => c.Station.ToCsv())], cancellationToken);
        await File.WriteAllLinesAsync(
            subscribers, [SubscriberPlan.CsvHeader, .. _subscribers.Select(s => s.ToCsv())], cancellationToken);
        await Cloud.RequireAsync(["station", "import", stations], cancellationToken);
        await Cloud.RequireAsync(["subscriber", "import", subscribers], cancellationToken);
    }

    /// <summary>Waits until every delivery is settled and no new alert comes.</summary>
    public async Task SettledAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        // What was judged last may still become an alert, and an alert a delivery: quiet means quiet twice in a row, and further
        // apart than the second for which the cloud's figures may be old.
        (long Alerts, long Delivered) before = (-1, -1);
        await Awaiting.UntilAsync(
            "the deliveries to be settled",
            limit,
            async token =>
            {
                CloudStatus cloud = await Cloud.StatusAsync(token);
                (long Alerts, long Delivered) now = (cloud.AlertsReleased, cloud.Delivered);
                bool isQuiet = cloud.Unsettled == 0 && cloud.IngestLag == 0 && now == before;
                before = now;
                if (!isQuiet)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1.2), TimeProvider.System, token);
                }

                return isQuiet ? null : $"{cloud.Unsettled} deliveries open, {cloud.IngestLag} packs not committed";
            },
            cancellationToken);
    }

    private async Task<string?> LackingBoardsAsync(CancellationToken cancellationToken)
    {
        foreach (Centre centre in _centres)
        {
            centre.Firmware.Process.ThrowIfEnded();
            FirmwareStatus status = await centre.Firmware.StatusAsync(cancellationToken);
            if (!status.IsFinished || status.Ring > 0)
            {
                return $"{centre.Station.Id} {status.Answer.ToJsonString()}";
            }
        }

        return null;
    }

    private async Task<string?> LackingReceiptsAsync(CancellationToken cancellationToken)
    {
        foreach (Centre centre in _centres)
        {
            centre.Edge.Process.ThrowIfEnded();
            EdgeStatus status = await centre.Edge.StatusAsync(cancellationToken);
            if (status.Depth > 0 || status.ReadingsWaiting > 0)
            {
                return $"{centre.Station.Id} has {status.Depth} packs without a receipt, {status.ReadingsWaiting} readings in no pack";
            }
        }

        return null;
    }
}
