using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>By which one channel a farmer is told, so that advice reaches each person once. Pure but for the registry it reads.</summary>
internal static class AdviceReaders
{
    // The first that a person has: nearly every farmer reads SMS.
    private static readonly string[] Channels = [ContactChannels.Sms, ContactChannels.Phone, ContactChannels.Line, ContactChannels.Email];

    /// <summary>The channel of a subscriber; null when they confirmed none, or said STOP on all.</summary>
    public static string? ChannelOf(SqliteConnection connection, long subscriber)
    {
        List<string> confirmed = connection.List(
            "SELECT channel FROM contact WHERE subscriber = $id AND state = 'confirmed'", row => row.GetString(0), ("$id", subscriber));
        return Array.Find(Channels, confirmed.Contains);
    }

    /// <summary>In which of the two languages of advice a subscriber is told.</summary>
    public static string LanguageOf(string wished) => Languages.Choose(Languages.All, wished);
}
