using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Mqtt;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>
/// The cloud of a drill: the one of the settings, put together like the running one, on a scratch copy of its registry. It is never
/// started, nothing in it runs by itself, and where its channels and its broker were is nothing that leads outside.
/// </summary>
internal sealed class DrillCloud : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private DrillCloud(WebApplication app, string folder, DrillTime time)
    {
        _app = app;
        _folder = folder;
        Time = time;
        Channels = [.. app.Services.GetRequiredService<IEnumerable<IChannel>>().Cast<DrillChannel>()];
    }

    /// <summary>Its clock.</summary>
    public DrillTime Time { get; }

    /// <summary>What stands where the channels were.</summary>
    public IReadOnlyList<DrillChannel> Channels { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Makes it; the scratch is gone when it is disposed.</summary>
    public static DrillCloud Make(IConfiguration configuration, DrillCall call)
    {
        string folder = Directory.CreateTempSubdirectory("eag-drill-").FullName;
        string source = Path.Combine(CloudCall.DataFolder(configuration), RegistrySetup.FileName);
        bool ownPeople = call.People is null && call.Subscribers is null;
        if (File.Exists(source))
        {
            RegistryCopy.Copy(source, Path.Combine(folder, RegistrySetup.FileName), ownPeople);
        }

        IConfigurationRoot settings = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Cloud:DataFolder"] = folder,
                ["Cloud:NetworkTime"] = nameof(NetworkTimeMode.Replay),
                ["Logging:LogLevel:Default"] = "Warning",
            }).Build();
        DrillTime time = new(TimeProvider.System.GetUtcNow());
        WebApplication app = CloudHost.Build(settings, services => Replace(services, time, call));
        DrillCloud cloud = new(app, folder, time);
        return cloud;
    }

    /// <summary>Brings in the people of a list, or made-up ones, who live where the stations are.</summary>
    public void MakePeople(DrillCall call, IReadOnlyList<string> regions)
    {
        RegistryDatabase registry = Services.GetRequiredService<RegistryDatabase>();
        if (call.Subscribers is { } list)
        {
            using StreamReader csv = new(list);
            Services.GetRequiredService<SubscriberImport>().Run(csv);
            RegistryCopy.ForgetAddresses(registry);
        }
        else if (call.People is { } count && regions.Count > 0)
        {
            RegistryCopy.MakePeople(registry, regions, count);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Replace(IServiceCollection services, DrillTime time, DrillCall call)
    {
        services.RemoveAll<IHostedService>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        services.Replace(ServiceDescriptor.Singleton<IBrokerLink>(new DrillLink()));
        ServiceDescriptor[] channels = [.. services.Where(d => d.ServiceType == typeof(IChannel))];
        services.RemoveAll<IChannel>();
        services.AddSingleton(provider => new DrillChannels(channels, provider));
        services.AddSingleton<IEnumerable<IChannel>>(provider => provider.GetRequiredService<DrillChannels>().All);
        services.Replace(ServiceDescriptor.Singleton(provider => new RulesInForce(
            RulesOf(provider, call), provider.GetRequiredService<IOptions<CloudOptions>>().Value.LateAfter)));
    }

    private static Func<IReadOnlyList<HazardRule>> RulesOf(IServiceProvider provider, DrillCall call)
    {
        IReadOnlyList<HazardRule> rules =
            [.. provider.GetRequiredService<HazardRuleBook>().On.Where(rule => call.Hazards.Contains(rule.Hazard))];
        return () => rules;
    }

    /// <summary>The stand-ins: one for each channel that is on, and one for SMS in any case, since that is what people train with.</summary>
    private sealed class DrillChannels(IReadOnlyList<ServiceDescriptor> real, IServiceProvider provider)
    {
        public IReadOnlyList<IChannel> All { get; } = Make(real, provider);

        private static IReadOnlyList<IChannel> Make(IReadOnlyList<ServiceDescriptor> real, IServiceProvider provider)
        {
            List<IChannel> channels = [];
            foreach (ServiceDescriptor descriptor in real)
            {
                IChannel channel = (IChannel)(descriptor.ImplementationInstance
                    ?? descriptor.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));
                channels.Add(new DrillChannel(channel.Name, channel.Pace));
            }

            if (!channels.Exists(c => c.Name == ContactChannels.Sms))
            {
                channels.Add(new DrillChannel(ContactChannels.Sms, new ChannelPace()));
            }

            return channels;
        }
    }
}
