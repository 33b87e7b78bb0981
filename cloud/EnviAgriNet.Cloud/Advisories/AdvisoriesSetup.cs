using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>Puts farms and advice together. Registry, deliveries, cases, forecasts and fields must be there.</summary>
internal static class AdvisoriesSetup
{
    /// <summary>Adds what commands need as well.</summary>
    public static IServiceCollection AddFarms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<AdvisoriesOptions>(configuration, AdvisoriesOptions.Section);
        services.AddSingleton<PlotBook>();
        services.AddSingleton<AdviceBook>();
        services.AddSingleton<FarmSharing>();
        services.AddSingleton<PlotImport>();
        services.AddSingleton<IPersonalRecords, FarmRecords>();
        services.AddSingleton<IPersonalRecords, AdvisoryRecords>();
        services.AddSingleton<AdvisoryDesk>();
        services.AddSingleton<BroadcastDesk>();
        return services;
    }

    /// <summary>Adds the advice of the running cloud.</summary>
    public static IServiceCollection AddAdvisories(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFarms(configuration);
        services.AddSingleton<PriceViews>();
        services.AddSingleton<FarmViews>();
        services.AddSingleton<UsefulQuestions>();
        services.AddSingleton<AdvisoryDays>();
        services.AddSingleton<AdvisoryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<AdvisoryWatch>());
        return services;
    }
}
