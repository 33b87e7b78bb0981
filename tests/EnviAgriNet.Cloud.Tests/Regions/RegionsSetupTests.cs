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
            ("Cloud:LateAfter", "00:30:00"), ("Regions:Partitions", "3"));

        HazardRules rules = services.GetRequiredService<RulesInForce>().Current;

        Assert.Equal(TimeSpan.FromMinutes(30), rules.LateAfter);
        Assert.Equal(DefaultRules.All.Select(r => r.Id).Order(), rules.All.Select(r => r.Id).Order());
        Assert.Same(rules, services.GetRequiredService<RulesInForce>().Current);
        services.GetRequiredService<HazardRuleBook>().SwitchOff("cold", "nurse");
        Assert.DoesNotContain(services.GetRequiredService<RulesInForce>().Current.All, r => r.Id == "cold");
        Assert.Same(services.GetRequiredService<IRegionHost>(), services.GetRequiredService<RegionHost>());
        Assert.Same(services.GetRequiredService<IAlertBook>(), services.GetRequiredService<AlertBook>());
    }

    [Theory]
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
            .AddSingleton(new RegistryKeys(_folder))
            .AddSingleton<Cloud.Registry.Audit.AuditBook>()
            .AddSingleton<HazardRuleBook>()
            .AddRegions(configuration)
            .AddAlerts(configuration)
            .BuildServiceProvider();
    }
}
