using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>A registry in a folder of its own, with the books on it.</summary>
internal sealed class RegistryRoom : IDisposable
{
    public RegistryRoom()
    {
        Database = new RegistryDatabase(Path.Combine(Folder, "registry.db"));
        Keys = new RegistryKeys(Folder);
        Stations = new StationBook(Database);
        Subscribers = new SubscriberBook(Database, new AddressVault(Keys), TimeProvider.System);
        Recipients = new RecipientBook(Database, new AddressVault(Keys));
        Deliveries = new DeliveryBook(Database);
        Receipts = new ReceiptBook(Database);
        Targeting = new TargetingBook(Database, Stations, Alerts, Subscribers);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("eag-registry-").FullName;

    public RegistryDatabase Database { get; }

    public RegistryKeys Keys { get; }

    public StationBook Stations { get; }

    public SubscriberBook Subscribers { get; }

    public RecipientBook Recipients { get; }

    public FakeAlertBook Alerts { get; } = new();

    public DeliveryBook Deliveries { get; }

    public ReceiptBook Receipts { get; }

    public TargetingBook Targeting { get; }

    public static Station Station(string id, string region) =>
        new(StationId.Parse(id), RegionId.Parse(region), "สถานี " + id, "Station " + id, 18.7, 98.9, null, null);

    public static Subscriber Person(string number, string channel = "sms", string language = "th", params string[] regions)
    {
        Assert.True(PhoneNumber.TryParse(number, out PhoneNumber parsed), number);
        return new Subscriber(
            language,
            [.. (regions.Length == 0 ? ["500101"] : regions).Select(RegionId.Parse)],
            [],
            [new Contact(channel, parsed.E164)],
            new Consent("list", DateTimeOffset.UnixEpoch, "import"));
    }

    public TargetingOutcome Target(Cloud.Alerts.AlertVersion alert, params string[] on) => Target(alert, withdraws: true, on);

    public TargetingOutcome Target(Cloud.Alerts.AlertVersion alert, bool withdraws, params string[] on)
    {
        Alerts.Release(alert);
        return Targeting.Target(
            alert, on.Length == 0 ? ["sms", "phone", "siren"] : on, DateTimeOffset.UtcNow, alert.ExpiresAt, withdraws);
    }

    public void Dispose()
    {
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
