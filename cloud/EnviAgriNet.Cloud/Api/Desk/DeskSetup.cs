using EnviAgriNet.Cloud.Api.Rehearsals;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Puts the officers' desk together.</summary>
internal static class DeskSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<PlaceNames>().AddSingleton<PhonePages>().AddSingleton<DeskPages>().AddSingleton<SheetPages>().AddSingleton<TrialPages>()
        .AddSingleton<RehearsalDesk>().AddHostedService(provider => provider.GetRequiredService<RehearsalDesk>());
}
