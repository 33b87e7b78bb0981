using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Contacts that their channel says are gone: a browser that took its permission back, a person who left. They count as stopped, and
/// what still waits for them does not leave.
/// </summary>
internal sealed class GoneContacts(RegistryDatabase database)
{
    /// <summary>
    /// Stops the contact of a recipient of a delivery. A repeat changes nothing, nor does word from before the contact was made:
    /// whoever left and came back stays.
    /// </summary>
    public void Stop(string recipient, string channel, DateTimeOffset saidAt, DateTimeOffset now) => database.Write(connection =>
    {
        int stopped = connection.Run(
            """
            UPDATE contact SET state = 'stopped', since = $now
            WHERE subscriber = CAST($recipient AS INTEGER) AND channel = $channel AND state <> 'stopped' AND since <= $said
            """,
            ("$recipient", recipient),
            ("$channel", channel),
            ("$said", DeliveryBook.Ms(saidAt)),
            ("$now", DeliveryBook.Ms(now)));
        return stopped == 0 ? 0 : connection.Run(
            """
            UPDATE delivery SET state = 'failed', next_at = NULL, settled_at = $now, reason = 'stopped'
            WHERE recipient = $recipient AND channel = $channel AND state = 'queued'
            """,
            ("$recipient", recipient),
            ("$channel", channel),
            ("$now", DeliveryBook.Ms(now)));
    });
}
