using System.Globalization;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Demo.Recordings;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Demo.Runs;

/// <summary>A run that ends by itself and gives account of every reading.</summary>
internal sealed class OnceRun(FieldNetwork network, IConsole console, bool isJson)
{
    /// <summary>Simulated seconds in a second when none is asked for.</summary>
    public const double SpeedDefault = 8640;

    /// <summary>As fast as the programs take it.</summary>
    public const double ReplaySpeedDefault = 0;

    private static readonly TimeSpan SimulatedSpan = TimeSpan.FromDays(6.5);
    private static readonly TimeSpan ReplayLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);

    private readonly long _started = TimeProvider.System.GetTimestamp();

    /// <summary>The four centres with a haze and a flood, sped up.</summary>
    public async Task<int> SimulateAsync(double speed, int seed, CancellationToken cancellationToken)
    {
        SimulatedTime time = new(
            DemoCentres.Start,
            DemoCentres.Start + SimulatedSpan,
            speed,
            TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(6),
            null,
            seed)
        { WallStart = TimeProvider.System.GetUtcNow() };
        DemoCentres.AddTo(network, time);
        DemoSettings.Simulated(network);
        await StartAsync(cancellationToken);
        TimeSpan limit = (SimulatedSpan / speed * 3) + TimeSpan.FromSeconds(60);
        return await FinishAsync(limit, cancellationToken);
    }

    /// <summary>One recording, in its order.</summary>
    public async Task<int> ReplayAsync(ReplayCall call, double speed, CancellationToken cancellationToken)
    {
        (double? bank, double? ground) = Banks(call);
        Centre centre = network.Add(
            new StationPlan(call.Station, call.Region, call.Station, call.Station, Bank: bank, Ground: ground));
        SettingsFile.Set(centre.Firmware.Settings, "Board", "Kind", "Replay");
        SettingsFile.Set(centre.Firmware.Settings, "Board", "Speed", speed);
        SettingsFile.Set(centre.Firmware.Settings, "Replay", "File", call.File);
        SettingsFile.Set(centre.Firmware.Settings, "Replay", "Map", call.Map);
        SettingsFile.Set(centre.Firmware.Settings, "Replay", "Zone", call.Zone);
        if (call.Where is not null)
        {
            SettingsFile.Set(centre.Firmware.Settings, "Replay", "Where", call.Where);
        }

        if (call.Missing is not null)
        {
            SettingsFile.Set(centre.Firmware.Settings, "Replay", "Missing", call.Missing);
        }

        DemoSettings.Replayed(network);
        await StartAsync(cancellationToken);
        return await FinishAsync(ReplayLimit, cancellationToken);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        Say("Starting the broker, the cloud and the edges");
        await network.StartAsync(cancellationToken);
        if (network.Centres[0].Firmware.Settings["Board"]!["WallStart"] is not null)
        {
            DemoSettings.Begin(network, TimeProvider.System.GetUtcNow());
        }

        await network.StartBoardsAsync(cancellationToken);
        Say($"Readings are coming; the page: {new Uri(network.Cloud.Url, "story")}");
    }

    private async Task<int> FinishAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource reporting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task report = ReportAsync(reporting.Token);
        await network.BoardsFinishedAsync(limit, cancellationToken);
        Say("The boards are at their end; waiting until everything has arrived");
        await network.DrainAsync(DrainLimit, cancellationToken);
        await SettleAsync(cancellationToken);
        await reporting.CancelAsync();
        await report;

        Totals totals = await network.CountAsync(cancellationToken);
        AlertHistory alerts = await network.Cloud.AlertsAsync(cancellationToken);
        IReadOnlyList<string> badEnds = await network.StopAsync(cancellationToken);
        totals = totals with { Seconds = Math.Round(TimeProvider.System.GetElapsedTime(_started).TotalSeconds, 1) };
        foreach (string line in alerts.Lines())
        {
            Say(line);
        }

        foreach (string end in badEnds)
        {
            Say($"Did not end as it should: {end}");
        }

        Print(totals);
        return totals.IsGood ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await network.SettledAsync(SettleLimit, cancellationToken);
        }
        catch (FieldException e)
        {
            // A board that was too slow for this time never shows its warning; the account says how many messages arrived.
            Say(e.Message);
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(ReportEvery, TimeProvider.System, cancellationToken);
                CloudStatus status = await network.Cloud.StatusAsync(cancellationToken);
                Say($"{status.NetworkTime}  {status.ReadingsStored} readings, {status.AlertsReleased} alerts, {status.Delivered} messages");
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            // The report is a courtesy; the account is taken elsewhere.
        }
    }

    private (double? Bank, double? Ground) Banks(ReplayCall call)
    {
        if ((call.Bank is not null && call.Ground is not null)
            || !ColumnMap.Parse(call.Map).TryGetWaterLevel(out string column, out double metres))
        {
            return (call.Bank, call.Ground);
        }

        LevelRange range = LevelRange.Read(call, column, metres)
            ?? throw new FieldException($"The recording has no two different levels in its column '{column}'");
        double ground = call.Ground ?? range.Lowest;
        double bank = call.Bank ?? range.AssumedBank;
        console.Error(string.Create(
            CultureInfo.InvariantCulture,
            $"Assumed, for want of --bank and --ground: ground {ground} m (the lowest level), bank {bank} m (60 % of the way to the highest, {range.Highest} m)"));
        return (bank, ground);
    }

    private void Print(Totals totals)
    {
        if (isJson)
        {
            console.Line(totals.ToJson());
            return;
        }

        console.Line(
            $"Accepted {totals.Accepted} readings: {totals.Stored} stored ({totals.Late} late), {totals.Duplicates} duplicates, "
            + $"{totals.Rejected} rejected, {totals.Missing} packs missing, {totals.Lost} readings lost");
        console.Line($"{totals.Alerts} alerts, {totals.Messages} messages, {totals.Seconds} seconds");
    }

    private void Say(string text)
    {
        if (isJson)
        {
            console.Error(text);
        }
        else
        {
            console.Line(text);
        }
    }
}
