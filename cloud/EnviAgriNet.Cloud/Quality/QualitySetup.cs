using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>Puts the judging of readings together. Needs the reading store, the registry and <see cref="NetworkNow"/>.</summary>
internal static class QualitySetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<QualityOptions>(configuration, QualityOptions.Section);
        services.AddSingleton(provider => QualityLimits.Load(provider.GetRequiredService<IOptions<QualityOptions>>().Value.LimitsFile));
        services.AddSingleton(provider => new VerdictBook(
            Path.Combine(
                Path.GetFullPath(provider.GetRequiredService<IOptions<CloudOptions>>().Value.DataFolder), VerdictFile.Name),
            mayHeal: true,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<VerdictBook>>()));
        services.AddSingleton(provider => new JudgedReadings(
            provider.GetRequiredService<IReadingStore>(),
            provider.GetRequiredService<VerdictBook>(),
            provider.GetRequiredService<QualityVersionBook>()));
        services.AddSingleton<StationNeighbours>();
        services.AddSingleton<DueHours>();
        services.AddSingleton<WithheldReadings>();
        services.AddSingleton<VerdictNews>();
        services.AddSingleton<QualityMetrics>();
        services.AddSingleton<QualityGates>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<QualityWatch>(
            provider, provider.GetRequiredService<IReadingStore>()));
        services.AddHostedService<QualityRefresh>();
        services.AddHostedService(provider => provider.GetRequiredService<QualityWatch>());
        return services;
    }
}
