using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>What a person asks for when they register. It becomes theirs only when they proved that the address is.</summary>
/// <param name="Language">The language of the messages.</param>
/// <param name="Regions">The places; at least one.</param>
/// <param name="Crops">What they grow; may be empty.</param>
/// <param name="ConsentVersion">The text they agreed to.</param>
/// <param name="Way">As in <see cref="Consent"/>.</param>
internal sealed record Wish(
    string Language, IReadOnlyList<RegionId> Regions, IReadOnlyList<string> Crops, string ConsentVersion, string Way)
{
    /// <summary>The subscriber that it makes of an address.</summary>
    public Subscriber Of(Contact contact, DateTimeOffset now) =>
        new(Language, Regions, Crops, [contact], new Consent(ConsentVersion, now, Way));

    /// <summary>As it waits for its code.</summary>
    public string Write() => new JsonObject
    {
        ["language"] = Language,
        ["regions"] = string.Join(';', Regions),
        ["crops"] = string.Join(';', Crops),
        ["consent"] = ConsentVersion,
        ["way"] = Way,
    }.ToJsonString();

    /// <summary>The same again.</summary>
    public static Wish Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        string Of(string name) => document.RootElement.GetProperty(name).GetString()!;
        return new Wish(
            Of("language"),
            [.. Of("regions").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(RegionId.Parse)],
            Of("crops").Split(';', StringSplitOptions.RemoveEmptyEntries),
            Of("consent"),
            Of("way"));
    }
}
