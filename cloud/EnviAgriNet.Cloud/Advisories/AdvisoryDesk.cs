using System.Globalization;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// Gives advice: remembers it and queues it in one transaction. One piece a day and a few a week for each person, by one channel;
/// what does not go today is made again tomorrow while it still holds. Safe for use by several threads.
/// </summary>
internal sealed class AdvisoryDesk
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly RegistryDatabase _database;
    private readonly AdvisoriesOptions _options;

    // The tables of advice and deliveries must be there before the first piece.
    public AdvisoryDesk(RegistryDatabase database, AdviceBook advice, DeliveryBook deliveries, IOptions<AdvisoriesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(deliveries);
        _database = database;
        _options = options.Value;
    }

    /// <summary>Gives the most urgent piece that may be given; null when none may.</summary>
    /// <param name="subscriber">To whom.</param>
    /// <param name="advice">What could be said, the most urgent first.</param>
    /// <param name="at">When, by network time.</param>
    /// <param name="now">The machine's clock, by which the queue runs.</param>
    public Advisory? Give(long subscriber, IReadOnlyList<Advisory> advice, DateTimeOffset at, DateTimeOffset now) =>
        advice.Count == 0 ? null : _database.Write(transaction =>
        {
            if (AdviceReaders.ChannelOf(transaction, subscriber) is not { } channel || !MayBeTold(transaction, subscriber, at))
            {
                return null;
            }

            return advice.FirstOrDefault(one => AdviceBook.Enter(transaction, LineOf(subscriber, one, at))) is { } given
                && Queue(transaction, subscriber, given.Key, channel, given.Text, LeftOfDay(at), now)
                    ? given
                    : null;
        });

    /// <summary>Queues a message of the area inside a transaction; a repeat of its key queues nothing and returns false.</summary>
    public static bool Queue(
        SqliteConnection transaction, long subscriber, string key, string channel, string text, TimeSpan life, DateTimeOffset now)
    {
        string recipient = subscriber.ToString(CultureInfo.InvariantCulture);
        return DirectMessages.Queue(transaction, new DirectMessage("advisory", $"{recipient}:{key}", recipient, channel, text, life, "Minor"), now);
    }

    /// <summary>What is left of the time at which people may be told today.</summary>
    public TimeSpan LeftOfDay(DateTimeOffset at)
    {
        TimeSpan left = _options.Until.ToTimeSpan() - LocalTime.Of(at).TimeOfDay;
        return left > TimeSpan.Zero ? left : Limits.AdviceLife;
    }

    // Advice of the machine is counted; an officer's word and the answer to a question are not.
    private bool MayBeTold(SqliteConnection transaction, long subscriber, DateTimeOffset at)
    {
        DateTimeOffset today = new DateTimeOffset(LocalTime.Of(at).Date, LocalTime.Offset);
        (long week, long day) = transaction.List(
            "SELECT COUNT(*), COALESCE(SUM(given_at >= $today), 0) FROM advice WHERE subscriber = $id AND given_at > $week AND kind <> 'broadcast'",
            row => (row.GetInt64(0), row.GetInt64(1)),
            ("$id", subscriber), ("$week", FarmTables.Ms(at - Week)), ("$today", FarmTables.Ms(today)))[0];
        return day == 0 && week < _options.PerWeek;
    }

    private static AdviceLine LineOf(long subscriber, Advisory one, DateTimeOffset at) =>
        new(0, subscriber, one.Plot, one.Kind, one.Key, one.State, one.Text, one.AsksToAct, at, null);
}
