using EnviAgriNet.Cloud.Registry.Quality;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>Lets a running cloud see, within two seconds, what <c>quality override</c> and <c>quality rerun</c> made beside it.</summary>
internal sealed partial class QualityRefresh(
    QualityVersionBook versions, VerdictNews news, TimeProvider time, ILogger<QualityRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Takes over what is new, and tells of it.</summary>
    internal void Step()
    {
        foreach (QualityVersion version in versions.Refresh().Where(v => !v.IsLive))
        {
            news.OnChanged(version.Stations);
            LogNews(version.Number, version.Kind, version.By);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Step();
            }
            catch (System.Data.Common.DbException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4123, LogLevel.Information, "Quality version {Number}, {Kind} by '{By}', holds from now on")]
    private partial void LogNews(long number, QualityVersionKind kind, string by);

    [LoggerMessage(4124, LogLevel.Warning, "Quality versions could not be read again")]
    private partial void LogFailed(Exception exception);
}
