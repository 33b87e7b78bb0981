using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>Puts the registration of people together. Registry, officers and deliveries must be there.</summary>
internal static class RegistrationSetup
{
    /// <summary>Adds what commands need as well.</summary>
    public static IServiceCollection AddRegistration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<RegistrationOptions>(configuration, RegistrationOptions.Section);
        services.AddSingleton<ConsentTexts>();
        services.AddSingleton<ConfirmationBook>();
        services.AddSingleton<RegistrationPost>();
        services.AddSingleton<IPersonalRecords>(provider => provider.GetRequiredService<RegistrationPost>());
        services.AddSingleton<IPersonalRecords, OfficerNumbers>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<PersonalFile>();
        services.AddSingleton<ManageTicket>();
        return services;
    }

    /// <summary>Adds what only the running cloud needs.</summary>
    public static IServiceCollection AddRegistrationSweep(this IServiceCollection services)
    {
        services.AddSingleton<ClientRates>();
        services.AddSingleton<RegistrationMetrics>();
        services.AddSingleton<SubscriberSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<SubscriberSweep>());
        return services;
    }
}
