using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>
/// How far a warning came, in two numbers: what a list shows that is looked at every few seconds. They are counted anew once in a while
/// only, for a warning of a province has a hundred thousand deliveries. Safe for use by several threads.
/// </summary>
internal sealed class ReachBook(RegistryDatabase database, DeliveryBook deliveries, TimeProvider time)
{
    private readonly DeliveryBook _deliveries = deliveries;
    private readonly Dictionary<string, (long At, ReachCount? Count)> _kept = [];
    private readonly Lock _keeping = new();

    /// <summary>The reach of the newest version of an event that people were sent; null when none was queued yet.</summary>
    public ReachCount? Of(string eventId)
    {
        ArgumentNullException.ThrowIfNull(_deliveries);
        lock (_keeping)
        {
            if (_kept.TryGetValue(eventId, out (long At, ReachCount? Count) kept) && time.GetElapsedTime(kept.At) < Limits.ReachAgeMax)
            {
                return kept.Count;
            }
        }

        ReachCount? count = Count(eventId);
        lock (_keeping)
        {
            if (_kept.Count >= Limits.ReachesKeptMax)
            {
                _kept.Clear();
            }

            _kept[eventId] = (time.GetTimestamp(), count);
        }

        return count;
    }

    private ReachCount? Count(string eventId) => database.Read(connection =>
        connection.One("SELECT alert FROM bulletin WHERE event = $event AND paged = 1 ORDER BY version DESC LIMIT 1", ("$event", eventId)) is not string alert
            ? null
            : connection.List(
                $"""
                SELECT b.version, COUNT(DISTINCT d.recipient), COUNT(DISTINCT CASE WHEN d.state = 'delivered' THEN d.recipient END),
                    COUNT(DISTINCT CASE WHEN d.state IN ('queued', 'sending') THEN d.recipient END)
                FROM bulletin b LEFT JOIN delivery d ON d.alert = b.alert AND d.part = 1 AND d.channel NOT IN ('{SirenChannel.ChannelName}', '{CellBroadcastChannel.ChannelName}')
                WHERE b.alert = $alert GROUP BY b.alert
                """,
                row => new ReachCount(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
                ("$alert", alert)).FirstOrDefault());
}

/// <summary>How far a version came.</summary>
/// <param name="Version">Which version.</param>
/// <param name="People">How many persons it is for.</param>
/// <param name="Reached">How many of them have it.</param>
/// <param name="Waiting">How many of them it has not left for yet.</param>
internal sealed record ReachCount(int Version, int People, int Reached, int Waiting);
