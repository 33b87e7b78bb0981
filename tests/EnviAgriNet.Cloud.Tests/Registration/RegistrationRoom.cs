using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Registration;

/// <summary>A registry with the registration on it, and a clock that moves when told to.</summary>
internal sealed partial class RegistrationRoom : IDisposable
{
    public const string Number = "+66812345678";

    public RegistrationRoom()
    {
        Vault = new AddressVault(Room.Keys);
        Contacts = new ContactBook(Room.Database, Vault);
        Subscribers = new SubscriberBook(Room.Database, Vault, Time);
        Confirmations = new ConfirmationBook(Room.Database, Vault, Room.Keys);
        Audit = AuditBooks.On(Room.Database);
        Post = new RegistrationPost(Room.Deliveries, new ServiceCollection().BuildServiceProvider());
        Records = [Post, new OfficerNumbers(new OfficerBook(Room.Database, Audit, Room.Recipients, Time))];
        Desk = new RegistrationDesk(Room.Database, Subscribers, Contacts, Room.Recipients, Confirmations, Post, Audit, Time);
        Files = new PersonalFile(Room.Database, Subscribers, Confirmations, Records, Audit, Time);
        Sweep = new SubscriberSweep(Room.Database, Confirmations, Records, Time, NullLogger<SubscriberSweep>.Instance);
        Import = new SubscriberImport(Room.Database, Subscribers, Contacts, Time);
    }

    public RegistryRoom Room { get; } = new();

    public ManualTime Time { get; } = new();

    public AddressVault Vault { get; }

    public ContactBook Contacts { get; }

    public SubscriberBook Subscribers { get; }

    public ConfirmationBook Confirmations { get; }

    public AuditBook Audit { get; }

    public RegistrationPost Post { get; }

    public IReadOnlyList<IPersonalRecords> Records { get; }

    public RegistrationDesk Desk { get; }

    public PersonalFile Files { get; }

    public SubscriberSweep Sweep { get; }

    public SubscriberImport Import { get; }

    public static Wish Wish(string language = "th", string region = "500101", string way = "web") =>
        new(language, [RegionId.Parse(region)], ["rice"], ConsentTexts.Current, way);

    /// <summary>The code that was sent for a question.</summary>
    public string CodeOf(string? name) => CodeOf(Room.Database, name);

    public static string CodeOf(RegistryDatabase database, string? name)
    {
        Assert.NotNull(name);
        string text = database.Read(c => (string)c.One("SELECT text FROM message WHERE alert = $name", ("$name", $"code:{name}"))!);
        return SixDigits().Match(text).Value;
    }

    public long Register(string number = Number, string channel = "sms", string region = "500101")
    {
        string? name = Desk.Begin(channel, number, Wish(region: region));
        Confirmation confirmation = Desk.Confirm(name, CodeOf(name));
        Assert.Equal(ConfirmationFate.Right, confirmation.Fate);
        return confirmation.Subscriber!.Value;
    }

    public StopAnswer Stop(string number = Number, string channel = "sms") =>
        Room.Database.Write(t => Desk.Stop(t, channel, number, Time.GetUtcNow()));

    public long Count(string table) => Room.Database.Read(c => (long)c.One($"SELECT COUNT(*) FROM {table}")!);

    public void Dispose() => Room.Dispose();

    [GeneratedRegex(@"\d{6}", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();
}
