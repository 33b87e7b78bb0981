using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>
/// Brings the configs down, retained: each new version at once, each again after a start of the cloud, and once more to a station whose
/// health says that it has an older one and has not refused this one. A repeat changes nothing at the station.
/// </summary>
internal sealed partial class ConfigSender(
    StationConfigBook configs,
    IStationBook stations,
    StationHealthBook healths,
    IBrokerLink link,
    TimeProvider time,
    ILogger<ConfigSender> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(5);

    private readonly Dictionary<StationId, (long Version, long SentAt)> _sent = [];

    /// <summary>Sends what is due; the number of configs sent.</summary>
    internal async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        int sent = 0;
        foreach (SetConfig config in configs.Newest())
        {
            if (stations.Find(config.Station) is not { } station || !IsDue(config))
            {
                continue;
            }

            using CancellationTokenSource due = new(IngestLimits.ReceiptPublishMax, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
            await link.PublishAsync(
                Topics.Of(station.Region, station.Id, Topics.Config),
                Encoding.UTF8.GetBytes(config.Json),
                DeliveryQuality.AtLeastOnce,
                retain: true,
                either.Token);
            _sent[config.Station] = (config.Version, time.GetTimestamp());
            LogSent(config.Version, config.Station.Value);
            sent++;
        }

        return sent;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(LookEvery, time);
        bool isFailing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await StepAsync(stoppingToken);
                isFailing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isFailing)
                {
                    LogFailed(e);
                }

                isFailing = true;
            }
        }
    }

    private bool IsDue(SetConfig config)
    {
        if (!_sent.TryGetValue(config.Station, out (long Version, long SentAt) sent) || sent.Version != config.Version)
        {
            return true;
        }

        return healths.Find(config.Station) is StationHealth { State: "online", Config: { } inForce } health
            && inForce < config.Version
            && health.ConfigRefused != config.Version
            && time.GetElapsedTime(sent.SentAt) > AgainAfter;
    }

    [LoggerMessage(4020, LogLevel.Information, "Config version {Version} was sent to station {StationId}")]
    private partial void LogSent(long version, string stationId);

    [LoggerMessage(4021, LogLevel.Warning, "Configs could not be sent; tried again every few seconds")]
    private partial void LogFailed(Exception exception);
}
