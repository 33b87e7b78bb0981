using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// A person's rights in their data: to see all of it, and to have it erased. Areas that keep something about people take part as
/// <see cref="IPersonalRecords"/>. Safe for use by several threads.
/// </summary>
internal sealed class PersonalFile(
    RegistryDatabase database,
    SubscriberBook subscribers,
    ConfirmationBook confirmations,
    IEnumerable<IPersonalRecords> records,
    AuditBook audit,
    TimeProvider time)
{
    private const string Form = "eag-person-1";

    /// <summary>All that is stored about a subscriber, in clear; null when there is none of that row.</summary>
    /// <param name="subscriber">The row.</param>
    /// <param name="actor">Who asks: an officer's name, or <see cref="AuditEntry.System"/> when it is the person.</param>
    public JsonObject? Export(long subscriber, string actor)
    {
        JsonObject? file = database.Read(connection =>
            subscribers.Find(connection, subscriber) is { } person ? Write(connection, subscriber, person) : null);
        return file is null ? null : database.Write(transaction =>
        {
            audit.Append(transaction, new AuditEntry(actor, "subscriber.exported", $"subscriber {subscriber}", string.Empty));
            return file;
        });
    }
    /// <summary>
    /// Erases a subscriber: rows, addresses, the marks of stopped addresses, and what other areas keep. What was sent stays as a row
    /// number that leads nowhere. False when there is none of that row.
    /// </summary>
    /// <param name="subscriber">The row.</param>
    /// <param name="actor">Who does it: an officer's name, or <see cref="AuditEntry.System"/> when it is the person.</param>
    /// <param name="reason">Why, without personal data.</param>
    public bool Erase(long subscriber, string actor, string reason)
    {
        bool isErased = database.Write(transaction =>
        {
            if (subscribers.Find(transaction, subscriber) is null)
            {
                return false;
            }

            IReadOnlyList<string> known = ContactBook.RecipientsOf(transaction, subscriber);
            foreach (IPersonalRecords area in records)
            {
                area.Erase(transaction, known, time.GetUtcNow());
            }

            HashSet<string> inUse = [.. records.SelectMany(area => area.InUse(transaction))];
            foreach (byte[] hash in ContactBook.Erase(transaction, subscriber, inUse))
            {
                confirmations.Forget(transaction, hash);
            }

            audit.Append(transaction, new AuditEntry(actor, "subscriber.erased", $"subscriber {subscriber}", reason));
            return true;
        });
        if (isErased)
        {
            Overwrite();
        }

        return isErased;
    }

    private JsonObject Write(SqliteConnection connection, long subscriber, Subscriber person)
    {
        JsonObject file = new()
        {
            ["form"] = Form,
            ["made_at"] = time.GetUtcNow(),
            ["subscriber"] = subscriber,
            ["language"] = person.Language,
            ["places"] = new JsonArray([.. person.Regions.Select(region => (JsonNode)region.Code)]),
            ["crops"] = new JsonArray([.. person.Crops.Select(crop => (JsonNode)crop)]),
            ["contacts"] = new JsonArray([.. person.Contacts.Select(contact => (JsonNode)new JsonObject
            {
                ["channel"] = contact.Channel,
                ["address"] = contact.Address,
                ["state"] = contact.State.Word(),
            })]),
            ["consent"] = new JsonObject
            {
                ["version"] = person.Consent.Version,
                ["at"] = person.Consent.At,
                ["way"] = person.Consent.Way,
            },
        };
        IReadOnlyList<string> known = ContactBook.RecipientsOf(connection, subscriber);
        foreach (IPersonalRecords area in records)
        {
            if (area.Export(connection, known) is { } part)
            {
                file[area.Name] = part;
            }
        }

        return file;
    }

    // Deleted rows lie in the free pages of the file and in its log until they are overwritten; they are encrypted there as well.
    private void Overwrite() => database.Read(connection => connection.One("PRAGMA wal_checkpoint(TRUNCATE)"));
}
