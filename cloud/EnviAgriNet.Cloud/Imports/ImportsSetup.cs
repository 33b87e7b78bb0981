namespace EnviAgriNet.Cloud.Imports;

/// <summary>Puts the imports of published figures together.</summary>
internal static class ImportsSetup
{
    /// <summary>Adds the importer. The registry must be there.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddSingleton<MarketImporter>();
}
