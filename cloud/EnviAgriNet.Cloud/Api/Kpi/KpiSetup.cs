using EnviAgriNet.Cloud.Api.Stations;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>Puts together what is told of stations and of the network's performance.</summary>
internal static class KpiSetup
{
    /// <summary>Adds both.</summary>
    public static IServiceCollection AddStationsAndKpi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<KpiOptions>(configuration, KpiOptions.Section);
        services.AddSingleton<HealthBoard>();
        services.AddSingleton<LineBook>();
        services.AddSingleton<DayBook>();
        services.AddSingleton<DueDays>();
        services.AddSingleton<StationAnswers>();
        services.AddSingleton<KpiFigures>();
        services.AddSingleton<WarningBook>();
        services.AddSingleton<KpiAnswers>();
        services.AddHostedService<LineWatch>();
        services.AddHostedService<DayWatch>();
        services.AddHostedService<WarningWatch>();
        return services;
    }
}
