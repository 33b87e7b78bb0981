using System.Globalization;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>
/// Takes a message: what it wants is done, and its answer queued, in the transaction that enters it, so that a repeat finds all of it or
/// nothing. Safe for use by several threads.
/// </summary>
internal sealed class InboxDesk(
    RegistryDatabase database,
    InboxBook inbox,
    RecipientBook recipients,
    SubscriberBook subscribers,
    InboxActions actions,
    AnswerLimit limit,
    ChannelBells bells,
    InboxMetrics metrics,
    TimeProvider time)
{
    /// <summary>Takes a message; false when the registry cannot be written, and the gateway must call again.</summary>
    public bool TryTake(InboundSms sms)
    {
        try
        {
            Take(sms);
            return true;
        }
        catch (SqliteException)
        {
            metrics.OnRefused("registry");
            return false;
        }
    }

    /// <summary>Takes a message; on disk when it returns. False when it was there already, and nothing was done.</summary>
    public bool Take(InboundSms sms)
    {
        Request request = KeywordParser.Parse(sms.Text, text => StopWords.LanguageOf(text) is not null);
        Sender sender = SenderOf(sms.Sender);
        string language = request.Language ?? sender.Language;

        // Readings are in another file: they are read before the registry is held.
        string? answer = actions.Ask(request, sender, language);
        bool isTaken = database.Write(transaction =>
        {
            if (InboxBook.Has(transaction, sms.Id))
            {
                return false;
            }

            DateTimeOffset now = time.GetUtcNow();
            string recipient = recipients.CorrespondentOf(transaction, sms.Sender, now);
            long row = inbox.Add(transaction, sms, recipient, request.Intent, now);
            Message message = new(row, sms, recipient, request, sender, language, now);
            string? text = answer ?? actions.Do(transaction, message);
            string fate = text is null ? "silent" : Answer(transaction, message, text);
            InboxBook.SetFate(transaction, row, fate);
            metrics.OnTaken(request.Intent, fate);
            return true;
        });
        if (isTaken)
        {
            bells.RingAll();
        }

        return isTaken;
    }

    private string Answer(SqliteConnection transaction, Message message, string text)
    {
        if (!message.Sms.CanBeAnswered)
        {
            return "unanswerable";
        }

        if (limit.Refusal(transaction, message) is { } refusal)
        {
            return refusal;
        }

        DirectMessages.Queue(
            transaction,
            new DirectMessage(
                "reply", message.Row.ToString(CultureInfo.InvariantCulture), message.Recipient, ContactChannels.Sms, text, Limits.AnswerLife),
            message.Now);
        return "answered";
    }

    private Sender SenderOf(string address) =>
        subscribers.FindByAddress(ContactChannels.Sms, address) is { } id && subscribers.Find(id) is { } known
            && known.Contacts.Any(contact => contact.Channel == ContactChannels.Sms && contact.State == ContactState.Confirmed)
            ? new Sender(id, known.Language == Languages.English ? Languages.English : Languages.Thai, known.Regions, known.Crops)
            : new Sender(null, Languages.Thai, [], []);
}
