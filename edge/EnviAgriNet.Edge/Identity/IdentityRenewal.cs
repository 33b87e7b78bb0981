using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Identity;

/// <summary>
/// Renews the station's certificate long before it ends. The link takes the new one at its next connection; the old one holds until
/// its end. What fails is tried again, and disturbs nothing else.
/// </summary>
internal sealed partial class IdentityRenewal(
    IOptions<IdentityOptions> options, IOptions<StationOptions> station, TimeProvider time, ILogger<IdentityRenewal> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.CloudUrl))
        {
            return;
        }

        using PeriodicTimer timer = new(options.Value.LookEvery, time);
        do
        {
            await LookAsync(options.Value.CloudUrl, station.Value.StationId, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(string cloudUrl, StationId id, CancellationToken stoppingToken)
    {
        try
        {
            IdentityFiles files = new(options.Value.Folder);
            using X509Certificate2? held = files.Held();
            if (held is null || EndOf(held) - time.GetUtcNow() > options.Value.RenewBefore)
            {
                return;
            }

            await new IdentityClient(cloudUrl, id, files).RenewAsync(held, stoppingToken);
            using X509Certificate2? next = files.Held();
            LogRenewed(log, EndOf(next!));
        }
        catch (Exception e) when (e is IdentityException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            LogFailed(log, e.Message);
        }
    }

    private static DateTimeOffset EndOf(X509Certificate2 held) => new(held.NotAfter.ToUniversalTime());

    [LoggerMessage(3150, LogLevel.Information, "The station's certificate was renewed; the new one holds until {Until:yyyy-MM-dd}")]
    private static partial void LogRenewed(ILogger log, DateTimeOffset until);

    [LoggerMessage(3151, LogLevel.Warning, "The station's certificate could not be renewed and is tried again: {Why}")]
    private static partial void LogFailed(ILogger log, string why);
}
