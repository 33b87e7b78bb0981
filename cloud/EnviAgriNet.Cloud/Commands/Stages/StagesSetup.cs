using EnviAgriNet.Cloud.Registry.Rehearsals;

namespace EnviAgriNet.Cloud.Commands.Stages;

/// <summary>Lets the running cloud play what commands play.</summary>
internal static class StagesSetup
{
    /// <summary>Adds the stages.</summary>
    public static IServiceCollection AddStages(this IServiceCollection services) =>
        services.AddSingleton<IRehearsalStage, DrillStage>().AddSingleton<IRehearsalStage, BacktestStage>();
}
