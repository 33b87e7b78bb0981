using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Calls officers on duty by SMS about warnings that nobody answered: each step once per warning, whatever stops in between, and each
/// in the audit log.
/// </summary>
internal sealed class EscalationBook
{
    private const string Schema =
        "CREATE TABLE IF NOT EXISTS escalation(alert TEXT NOT NULL, step INTEGER NOT NULL, PRIMARY KEY(alert, step)) WITHOUT ROWID;";

    private readonly RegistryDatabase _database;
    private readonly HoldBook _holds;
    private readonly IReadOnlyList<EscalationStep> _steps;

    // The deliveries' and officers' tables must be there.
    public EscalationBook(
        RegistryDatabase database, DeliveryBook deliveries, OfficerBook officers, HoldBook holds, IOptions<EscalationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        ArgumentNullException.ThrowIfNull(officers);
        _database = database;
        _holds = holds;
        _steps = options.Value.Steps;
        database.EnsureTables(Schema);
    }

    /// <summary>Takes the steps that are due. How many messages were queued.</summary>
    /// <param name="network">Network time, by which warnings wait.</param>
    /// <param name="now">The machine's clock, by which messages live.</param>
    public int Step(DateTimeOffset network, DateTimeOffset now)
    {
        if (_steps.Count == 0)
        {
            return 0;
        }

        int queued = 0;
        foreach (HeldAlert held in _holds.Held().Where(h => h.Ends > network))
        {
            for (int i = 0; i < _steps.Count && network - held.Since >= _steps[i].After; i++)
            {
                int step = i;
                queued += _database.Write(c => Take(c, held, step, network, now));
            }
        }

        return queued;
    }

    private int Take(SqliteConnection transaction, HeldAlert held, int step, DateTimeOffset network, DateTimeOffset now)
    {
        // Between the look and now somebody may have answered.
        bool isOpen = transaction.One(
            "SELECT 1 FROM hold WHERE alert = $alert AND outcome IS NULL", ("$alert", held.Alert.Identifier)) is not null;
        if (!isOpen || transaction.Run(
            "INSERT OR IGNORE INTO escalation VALUES($alert, $step)", ("$alert", held.Alert.Identifier), ("$step", step)) == 0)
        {
            return 0;
        }

        List<string> called = [];
        List<string> missed = [];
        foreach (string name in _steps[step].Names())
        {
            string? recipient = OfficerBook.RecipientOf(transaction, name);
            (recipient is null ? missed : called).Add(name);
            if (recipient is not null)
            {
                DirectMessages.Queue(
                    transaction,
                    new DirectMessage(
                        "escalation", $"{held.Alert.Number}:{step}:{name}", recipient, ContactChannels.Sms, TextOf(held), held.Ends - network, held.Alert.Severity),
                    now);
            }
        }

        string none = missed.Count == 0 ? string.Empty : $"; without a number: {string.Join(", ", missed)}";
        _holds.Note(transaction, AuditEntry.System, "alert.escalated", held.Alert, $"step {step + 1} to {string.Join(", ", called)}{none}");
        return called.Count;
    }

    // Officers read what to do and until when; the words of the warning are on the page.
    private static string TextOf(HeldAlert held) => SmsText.Fit(
        $"คำเตือน #{held.Alert.Number} รออนุมัติถึง {LocalTime.Of(held.Ends):HH:mm} {SmsText.Place}",
        held.Alert.Texts.TryGetValue(Languages.Thai, out Core.Alerts.AlertText? text) ? text.Headline : held.Alert.Hazard);
}
