using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Mqtt;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>A whole running cloud on a free port, with stand-ins for the areas that are not under test.</summary>
internal sealed class CloudRoom : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private WebApplication? _app;

    public CloudRoom(params (string Key, string Value)[] settings)
    {
        _settings = new()
        {
            ["Cloud:DataFolder"] = Path.Combine(Folder, "data"),
            ["Api:Listen"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach ((string key, string value) in settings)
        {
            _settings[key] = value;
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("eag-cloud-").FullName;

    public FakeAlertBook Alerts { get; } = new();

    public FakeStore Store { get; } = new();

    public FakeLink Link { get; } = new();

    /// <summary>What a test changes besides.</summary>
    public Action<IServiceCollection>? Also { get; init; }

    public Uri Address => new(_app!.Urls.First());

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public DeliveryBook Deliveries => Get<DeliveryBook>();

    public async Task StartAsync()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        _app = CloudHost.Build(configuration, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IAlertBook>(Alerts));
            services.Replace(ServiceDescriptor.Singleton<IReadingStore>(Store));
            services.Replace(ServiceDescriptor.Singleton<IBrokerLink>(Link));
            Also?.Invoke(services);
        });
        await _app.StartAsync();

        // After a restart it is found under the same address.
        _settings["Api:Listen"] = Address.GetLeftPart(UriPartial.Authority);
    }

    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public void Subscribe(params Subscriber[] people) => Get<SubscriberBook>().Store(people);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
