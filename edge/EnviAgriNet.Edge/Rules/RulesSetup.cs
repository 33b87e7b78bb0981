using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Edge.Rules;

/// <summary>Registers the config and what judges by it.</summary>
internal static class RulesSetup
{
    public static IServiceCollection AddRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<RulesOptions>(configuration, RulesOptions.Section);
        services.AddSingleton<ConfigDesk>();
        services.AddSingleton<CloudSilence>();
        services.AddSingleton<RuleDesk>();
        services.AddSingleton<AcceptedListener>(p => p.GetRequiredService<RuleDesk>().Hear);
        services.AddHostedService(p => p.GetRequiredService<RuleDesk>());
        return services;
    }
}
