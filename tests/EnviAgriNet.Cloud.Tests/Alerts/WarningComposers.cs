using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Alerts;

/// <summary>Composers of warnings on a test's registry.</summary>
internal static class WarningComposers
{
    public static WarningComposer On(RegistryDatabase registry, IStationBook stations, AlertsOptions? options = null)
    {
        IOptions<AlertsOptions> settings = Options.Create(options ?? new AlertsOptions());
        return new WarningComposer(
            new WarningPlaces(new PlaceBook(registry), new EvacuationBook(registry), stations),
            new AlertLanguages(settings, NullLogger<AlertLanguages>.Instance),
            settings);
    }
}
