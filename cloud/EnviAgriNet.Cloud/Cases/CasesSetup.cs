using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>Puts the cases together. Registry, officers and deliveries must be there.</summary>
internal static class CasesSetup
{
    /// <summary>Adds what commands need as well.</summary>
    public static IServiceCollection AddCaseBooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<CasesOptions>(configuration, CasesOptions.Section);
        services.AddMetrics();
        services.AddSingleton<CasesMetrics>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<AgencyBook>();
        services.AddSingleton<DutyCalls>();
        services.AddSingleton<CaseLooks>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<IPersonalRecords, CaseRecords>();
        return services;
    }

    /// <summary>Adds the cases of the running cloud.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCaseBooks(configuration);
        services.AddSingleton<CaseBoard>();
        services.AddSingleton<SurveyBook>();
        services.AddSingleton<CaseKeys>();
        services.AddSingleton<CaseLookup>();
        services.AddHostedService<CaseWatch>();
        return services;
    }
}
