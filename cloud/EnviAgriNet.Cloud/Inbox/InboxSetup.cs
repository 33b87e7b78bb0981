using EnviAgriNet.Cloud.Inbox.Answers;
using EnviAgriNet.Cloud.Inbox.Farms;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>Puts together what answers people who write. Cases, registration, advisories, readings and deliveries must be there.</summary>
internal static class InboxSetup
{
    /// <summary>Adds what commands need as well: what a person wrote is part of their own data.</summary>
    public static IServiceCollection AddInboxBook(this IServiceCollection services)
    {
        services.AddSingleton<InboxBook>();
        services.AddSingleton<IPersonalRecords, InboxRecords>();
        return services;
    }

    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<InboxOptions>(configuration, InboxOptions.Section);
        services.AddSingleton<InboxToken>();
        services.AddSingleton<InboxMetrics>();
        services.AddInboxBook();
        services.AddSingleton<AnswerLimit>();
        services.AddSingleton(provider => new PlaceFinder(
            provider.GetRequiredService<IStationBook>(), () => Names(provider.GetRequiredService<PlaceBook>()), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StationFacts(
            provider.GetRequiredService<JudgedReadings>(), provider.GetRequiredService<IOptions<InboxOptions>>().Value.FreshFor));
        services.AddSingleton<PlaceAnswers>();
        services.AddSingleton<FarmActions>();
        services.AddSingleton<InboxActions>();
        services.AddSingleton<InboxDesk>();
        services.AddHostedService<InboxSweep>();
        return services;
    }

    private static IReadOnlyList<NamedPlace> Names(PlaceBook book) =>
    [
        .. book.All().Select(place => new NamedPlace(place.Region, null, place.Name.NameTh, place.Name.NameEn)), .. SpokenProvinces.All,
    ];
}
