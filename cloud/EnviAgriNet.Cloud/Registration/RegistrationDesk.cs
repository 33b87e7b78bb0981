using System.Globalization;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// Takes people in and lets them go. An address becomes a subscriber's only when it is proved: by a code that was sent there, or by a
/// message that came from there. Whether an address is anybody's already is never told. Safe for use by several threads.
/// </summary>
internal sealed class RegistrationDesk(
    RegistryDatabase database,
    SubscriberBook subscribers,
    ContactBook contacts,
    RecipientBook recipients,
    ConfirmationBook confirmations,
    RegistrationPost post,
    AuditBook audit,
    TimeProvider time)
{
    private const string OfficerWay = "officer:";

    /// <summary>Asks for a registration: sends a code to the address. Null when the address has had its codes for now.</summary>
    public string? Begin(string channel, string address, Wish wish) =>
        Ask(new Question(Question.Register, null, channel, address, string.Empty, wish), wish.Language);

    /// <summary>Asks to see and change one's own data: sends a code, also to an address that is nobody's.</summary>
    public string? BeginManage(string channel, string address, string language) =>
        Ask(new Question(Question.Manage, null, channel, address, string.Empty, null), language);

    /// <summary>Asks to be reached at another address as well.</summary>
    public string? BeginAdd(long subscriber, string channel, string address, string language) =>
        Ask(new Question(Question.Add, subscriber, channel, address, string.Empty, null), language);

    /// <summary>Takes a code.</summary>
    public Confirmation Confirm(string? name, string? code) => database.Write(transaction =>
    {
        DateTimeOffset now = time.GetUtcNow();
        CodeAnswer answer = confirmations.Answer(transaction, name, code, now);
        if (answer.Question is not { } question)
        {
            return new Confirmation(answer.TriesLeft > 0 ? ConfirmationFate.Wrong : ConfirmationFate.Gone, null, answer.TriesLeft);
        }

        if (recipients.AddressOf(transaction, question.Recipient, question.Channel) is not { } address)
        {
            return new Confirmation(ConfirmationFate.Gone, null, 0);
        }

        long? subscriber = question.Purpose switch
        {
            Question.Register => Enter(transaction, question.Wish!.Of(new Contact(question.Channel, address), now)).Id,
            Question.Add => AddContact(transaction, question.Subscriber!.Value, new Contact(question.Channel, address)),
            _ => contacts.OwnerOf(transaction, address),
        };
        return new Confirmation(subscriber is null ? ConfirmationFate.Nobody : ConfirmationFate.Right, subscriber, 0);
    });

    /// <summary>Takes in whoever wrote the keyword by SMS: the SMS itself proves the number.</summary>
    public SmsRegistration BeginBySms(
        SqliteConnection transaction, string number, string language, IReadOnlyList<RegionId> places, IReadOnlyList<string> crops, DateTimeOffset now) =>
        BeginProven(transaction, new Contact(ContactChannels.Sms, number), language, places, crops, "sms", now);

    /// <summary>Takes in whoever the channel itself has proved: the sender of an SMS, a LINE user whose message was signed.</summary>
    /// <returns>The row, and the text that confirms it, to be answered by the same channel.</returns>
    public SmsRegistration BeginProven(
        SqliteConnection transaction,
        Contact contact,
        string language,
        IReadOnlyList<RegionId> places,
        IReadOnlyList<string> crops,
        string way,
        DateTimeOffset now)
    {
        Wish wish = new(language, places, crops, ConsentTexts.Current, way);
        (long id, bool isNew) = Enter(transaction, wish.Of(contact, now));
        return new SmsRegistration(id, isNew, RegistrationTexts.Registered(language));
    }

    /// <summary>
    /// Sends an address nothing more. Queued deliveries to it end in the same transaction; what is about to be sent asks for the
    /// address first and gets none.
    /// </summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="channel">By which it was said.</param>
    /// <param name="address">The sender's own address in its normal form, never one out of a text.</param>
    /// <param name="now">The machine's clock.</param>
    /// <param name="wordLanguage">The language of the word, to answer in; empty for the subscriber's own.</param>
    /// <param name="actor">The officer who was told at the counter.</param>
    public StopAnswer Stop(
        SqliteConnection transaction, string channel, string address, DateTimeOffset now, string wordLanguage = "", string actor = AuditEntry.System)
    {
        confirmations.Forget(transaction, contacts.HashOf(address));
        IReadOnlyList<StoppedContact> stopped = contacts.Stop(transaction, address, now);
        foreach (StoppedContact contact in stopped)
        {
            RegistrationPost.Withdraw(transaction, Recipient(contact.Subscriber), contact.Channel, now);
            audit.Append(transaction, new AuditEntry(
                actor, "subscriber.stopped", $"subscriber {contact.Subscriber}", $"{contact.Channel}, said by {channel}"));
        }

        string language = wordLanguage.Length > 0 ? wordLanguage : stopped.Count > 0 ? stopped[0].Language : "th";
        return new StopAnswer(stopped.Count > 0, RegistrationTexts.Stopped(language));
    }

    /// <summary>Sends one contact of a subscriber nothing more; for whoever holds a ticket.</summary>
    public void StopContact(long subscriber, string channel) => database.Write(transaction =>
    {
        DateTimeOffset now = time.GetUtcNow();
        if (ContactBook.HashOf(transaction, subscriber, channel) is { } hash)
        {
            confirmations.Forget(transaction, hash);
            ContactBook.Stop(transaction, subscriber, channel, now);
            RegistrationPost.Withdraw(transaction, Recipient(subscriber), channel, now);
            audit.Append(transaction, new AuditEntry(
                AuditEntry.System, "subscriber.stopped", $"subscriber {subscriber}", $"{channel}, said on the page"));
        }

        return 0;
    });

    /// <summary>Changes what a subscriber chose. It is no new consent: the text they agreed to stays the one it was.</summary>
    public void Change(long subscriber, string language, IReadOnlyList<RegionId> places, IReadOnlyList<string> crops) =>
        database.Write(transaction => SubscriberBook.Choose(transaction, subscriber, language, places, crops));

    internal static string Recipient(long subscriber) => subscriber.ToString(CultureInfo.InvariantCulture);

    private string? Ask(Question question, string language)
    {
        string? name = database.Write(transaction =>
        {
            DateTimeOffset now = time.GetUtcNow();
            if (confirmations.IsExhausted(transaction, question.Address, now))
            {
                return null;
            }

            string recipient = recipients.CorrespondentOf(transaction, question.Address, now);
            (string key, string code) = confirmations.Ask(transaction, question with { Recipient = recipient }, now);
            RegistrationPost.QueueCode(transaction, key, recipient, question.Channel, RegistrationTexts.Code(language, code), now);
            return key;
        });
        if (name is not null)
        {
            post.Ring();
        }

        return name;
    }

    private (long Id, bool IsNew) Enter(SqliteConnection transaction, Subscriber subscriber)
    {
        (long id, RowFate fate) = subscribers.Enter(transaction, subscriber);
        string way = subscriber.Consent.Way;
        audit.Append(transaction, new AuditEntry(
            way.StartsWith(OfficerWay, StringComparison.Ordinal) ? way[OfficerWay.Length..] : AuditEntry.System,
            "subscriber.consented",
            $"subscriber {id}",
            $"version {subscriber.Consent.Version}, {way}, {subscriber.Contacts[0].Channel}"));
        return (id, fate == RowFate.Added);
    }

    private long? AddContact(SqliteConnection transaction, long subscriber, Contact contact)
    {
        if (subscribers.Find(transaction, subscriber) is null)
        {
            return null;
        }

        // Whoever had the address is not reached there any more: the channel finds no address for what is queued.
        contacts.Move(transaction, subscriber, contact, time.GetUtcNow());

        return subscriber;
    }
}

/// <summary>What a code did.</summary>
/// <param name="Fate">How it was.</param>
/// <param name="Subscriber">Whose data it opens; null when nobody's.</param>
/// <param name="TriesLeft">After a wrong one, how often it may be tried again.</param>
internal sealed record Confirmation(ConfirmationFate Fate, long? Subscriber, int TriesLeft);

/// <summary>How a code was.</summary>
internal enum ConfirmationFate
{
    /// <summary>Right.</summary>
    Right,

    /// <summary>Right, but the address is no subscriber's; only its owner is told so.</summary>
    Nobody,

    /// <summary>Wrong; it may be tried again.</summary>
    Wrong,

    /// <summary>Used, too old, tried too often, or never sent: a new one is needed.</summary>
    Gone,
}

/// <summary>Whoever a channel has proved is registered.</summary>
/// <param name="Subscriber">Their row.</param>
/// <param name="IsNew">Whether they were not before.</param>
/// <param name="Text">What to answer.</param>
internal sealed record SmsRegistration(long Subscriber, bool IsNew, string Text);

/// <summary>An address is sent nothing more.</summary>
/// <param name="WasSubscribed">Whether it was sent anything before.</param>
/// <param name="Text">What to answer; the same in both cases.</param>
internal sealed record StopAnswer(bool WasSubscribed, string Text);
