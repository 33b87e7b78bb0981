using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Regions;

public sealed class RegionsSetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-regions-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void AddRegions_SettingsGiven_ReachTheRules()
    {
        using ServiceProvider services = Build(
            ("Cloud:LateAfter", "00:30:00"), ("Hazards:Haze:ModerateAbove", "50"),
            ("Hazards:RiverFlood:Timing:ClearHold", "06:00:00"), ("Regions:Partitions", "3"));

        HazardRules rules = services.GetRequiredService<HazardRules>();

        Assert.Equal(TimeSpan.FromMinutes(30), rules.LateAfter);
        Assert.Equal(50, rules.Haze.ModerateAbove);
        Assert.Equal(TimeSpan.FromHours(6), rules.RiverFlood.Timing.ClearHold);
        Assert.Equal(TimeSpan.FromMinutes(10), rules.RiverFlood.Timing.OnsetHold);
        Assert.Same(services.GetRequiredService<IRegionHost>(), services.GetRequiredService<RegionHost>());
        Assert.Same(services.GetRequiredService<IAlertBook>(), services.GetRequiredService<AlertBook>());
    }

    [Theory]
    [InlineData("Hazards:Haze:ModerateAbove", "80")]
    [InlineData("Hazards:Haze:Timing:Validity", "01:00:00")]
    [InlineData("Hazards:Smoke", "1")]
    [InlineData("Regions:Partitions", "0")]
    [InlineData("Regions:Partition", "1")]
    [InlineData("Alerts:Sender", "a b")]
    public void AddRegions_BadSetting_StopsTheStart(string key, string value)
    {
        using ServiceProvider services = Build((key, value));

        Exception? fault = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.NotNull(fault);
    }

    private ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new NetworkClock(NetworkTimeMode.Replay, TimeProvider.System))
            .AddSingleton<IStationBook>(new MemoryStations())
            .AddSingleton<IReadingStore>(new MemoryReadings())
            .AddSingleton(new RegistryDatabase(Path.Combine(_folder, "registry.db")))
            .AddRegions(configuration)
            .AddAlerts(configuration)
            .BuildServiceProvider();
    }
}
