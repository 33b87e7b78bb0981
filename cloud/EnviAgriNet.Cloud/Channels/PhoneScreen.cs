using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// What the on-screen phone shows: a ring of the newest messages, filled again from the registry after a restart. Safe for use by
/// several threads.
/// </summary>
internal sealed class PhoneScreen
{
    private readonly Lock _guard = new();
    private readonly Queue<(long Number, PhoneMessage Message)> _messages = [];
    private readonly HashSet<long> _shown = [];
    private readonly AlertNews _news = new();
    private long _number;

    /// <summary>Completes at the next message. Take it before <see cref="Since"/>, so that no message slips between.</summary>
    public Task Next => _news.Next;

    /// <summary>Shows a message.</summary>
    public void Show(PhoneMessage message)
    {
        lock (_guard)
        {
            if (!_shown.Add(message.Id))
            {
                return;
            }

            _messages.Enqueue((++_number, message));
            if (_messages.Count > Limits.PhoneMessagesMax)
            {
                _shown.Remove(_messages.Dequeue().Message.Id);
            }
        }

        _news.Tell();
    }

    /// <summary>The messages after a number, oldest first, each with its own; those that scrolled away are gone.</summary>
    public IReadOnlyList<(long Number, PhoneMessage Message)> Since(long number)
    {
        lock (_guard)
        {
            return [.. _messages.Where(item => item.Number > number)];
        }
    }

    /// <summary>Shows again what was shown before a restart.</summary>
    public void Restore(RegistryDatabase database, RecipientBook recipients)
    {
        List<(long Id, string Recipient, string Text, string Severity, long At)> before = database.Read(connection => connection.List(
            """
            SELECT d.id, d.recipient, m.text, m.severity, d.settled_at
            FROM delivery d JOIN message m ON m.id = d.message
            WHERE d.channel = 'phone' AND d.state = 'delivered' AND m.text <> '-' ORDER BY d.id DESC LIMIT $count
            """,
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)),
            ("$count", Limits.PhoneMessagesMax)));
        before.Reverse();
        foreach ((long id, string recipient, string text, string severity, long at) in before)
        {
            string to = PhoneNumber.TryParse(recipients.AddressOf(recipient, ContactChannels.Phone), out PhoneNumber number) ? number.Masked : string.Empty;
            Show(new PhoneMessage(id, to, text, severity, DateTimeOffset.FromUnixTimeMilliseconds(at)));
        }
    }
}
