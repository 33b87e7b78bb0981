namespace EnviAgriNet.Cloud.OpenData;

/// <summary>Puts what is open to everybody into the host. Needs the registry, the alerts and a network clock.</summary>
internal static class OpenDataSetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<FeedBook>();
        services.AddSingleton<AlertDocuments>();
        return services;
    }
}
