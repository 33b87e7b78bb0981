using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>How many would hear a warning for a region, and in which languages: counts alone, before anything is sent. Safe for use by several threads.</summary>
internal sealed class AudienceBook
{
    private readonly RegistryDatabase _database;
    private readonly IStationBook _stations;
    private readonly HashSet<string> _on;

    // The subscribers' tables must be there.
    public AudienceBook(RegistryDatabase database, IStationBook stations, SubscriberBook subscribers, IEnumerable<IChannel> channels)
    {
        ArgumentNullException.ThrowIfNull(subscribers);
        _database = database;
        _stations = stations;
        _on = [.. channels.Select(channel => channel.Name)];
    }

    /// <summary>Who would be told. A person with two contacts counts once as a person.</summary>
    public Audience Of(RegionId region)
    {
        string on = string.Join(", ", _on.Select(name => $"'{name}'"));
        List<AudienceTally> tallies = _database.Read(c => c.List(
            $"""
            SELECT s.language, c.channel, COUNT(*) FROM subscriber s JOIN contact c ON c.subscriber = s.id AND c.state = 'confirmed'
            WHERE {TargetingBook.Touched} GROUP BY s.language, c.channel ORDER BY s.language, c.channel
            """,
            row => new AudienceTally(row.GetString(0), row.GetString(1), row.GetInt32(2), _on.Contains(row.GetString(1))),
            ("$region", region.Code)));
        int people = on.Length == 0 ? 0 : _database.Read(c => (int)(long)c.One(
            $"SELECT COUNT(*) FROM subscriber s WHERE {TargetingBook.Touched} AND EXISTS "
            + $"(SELECT 1 FROM contact c WHERE c.subscriber = s.id AND c.state = 'confirmed' AND c.channel IN ({on}))",
            ("$region", region.Code))!);
        int centres = _on.Contains(SirenChannel.ChannelName)
            ? _stations.All.Count(s => s.Region.Contains(region) || region.Contains(s.Region))
            : 0;
        return new Audience(people, centres, tallies);
    }
}

/// <summary>Who would be told.</summary>
/// <param name="People">Persons with at least one contact by a channel that is on.</param>
/// <param name="Centres">Centres that get it for siren and board.</param>
/// <param name="Contacts">Contacts by language and channel.</param>
internal sealed record Audience(int People, int Centres, IReadOnlyList<AudienceTally> Contacts);

/// <summary>Contacts of one language and channel.</summary>
internal sealed record AudienceTally(string Language, string Channel, int Contacts, bool IsOn);
