using EnviAgriNet.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Puts the reading store together.</summary>
internal static class ReadingStoreSetup
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "readings.db";

    /// <summary>Adds the store in the cloud's data folder. It is opened when it is first asked for.</summary>
    public static IServiceCollection AddReadingStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddAreaOptions<StoreOptions>(configuration, StoreOptions.Section);
        services.AddSingleton(provider => new SqliteReadingStore(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<IOptions<CloudOptions>>().Value.DataFolder), FileName),
            provider.GetRequiredService<IOptions<StoreOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteReadingStore>>()));
        services.AddSingleton<IReadingStore>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IReadingCounts>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IHourScan>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IStationLedger>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IStationEvents>(provider => provider.GetRequiredService<SqliteReadingStore>());
        return services;
    }
}
