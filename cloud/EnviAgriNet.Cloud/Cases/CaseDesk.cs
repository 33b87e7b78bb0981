using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>Where calls for help and complaints are taken, and where officers work on them. Safe for use by several threads.</summary>
internal sealed class CaseDesk(
    RegistryDatabase database,
    CaseBook cases,
    DutyCalls duty,
    RecipientBook recipients,
    AuditBook audit,
    CasesMetrics metrics,
    CaseLooks looks,
    IOptions<CasesOptions> options,
    TimeProvider time,
    ChannelBells? bells = null)
{
    /// <summary>Takes a call in a transaction of its own; on disk when it returns.</summary>
    /// <param name="call">The call; its recipient is put in from the number.</param>
    /// <param name="number">The person's number, or null.</param>
    public CaseOpened Open(NewCase call, PhoneNumber? number)
    {
        CaseOpened opened = database.Write(transaction =>
        {
            DateTimeOffset now = time.GetUtcNow();
            string? recipient = number is { } known ? recipients.CorrespondentOf(transaction, known.E164, now) : null;
            return Open(transaction, call with { Recipient = recipient }, now);
        });
        bells?.RingAll();
        return opened;
    }

    /// <summary>Takes a call inside a transaction: the person is told its number once, officers or the agency hear of it.</summary>
    public CaseOpened Open(SqliteConnection transaction, NewCase call, DateTimeOffset now)
    {
        CaseOpened opened = cases.Open(transaction, call, now);
        if (opened.IsRepeat)
        {
            return opened;
        }

        metrics.OnCall(call.IsHelp ? "help" : "complaint", opened.IsMerged);
        if (!opened.IsMerged)
        {
            Agency? agency = call.IsHelp ? null : ToAgency(transaction, opened.File, now);
            opened = opened with { File = CaseBook.Find(transaction, opened.File.Number)! };
            Tell(transaction, opened.File, "opened", call.IsHelp
                ? CaseTexts.HelpOpened(opened.File.Number, call.Language, call is { PlaceName: null, Details.Latitude: null })
                : CaseTexts.ComplaintOpened(opened.File.Number, call.Language, agency?.Name), now);
        }

        if (call.IsHelp)
        {
            duty.Step(transaction, now);
        }

        return opened;
    }

    /// <summary>Moves a case, tells the person and writes it down. The refusal, or null.</summary>
    /// <param name="number">The case.</param>
    /// <param name="to">The state it goes to.</param>
    /// <param name="assignee">Who gets it; null leaves that as it is.</param>
    /// <param name="by">The officer.</param>
    /// <param name="note">For officers only; may be empty.</param>
    public string? Move(string number, CaseState to, string? assignee, string by, string note) => Work(number, (transaction, file, now) =>
    {
        if (!cases.Move(transaction, file, to, assignee, by, note, now))
        {
            return $"{number} is {file.State.Word()} and cannot become {to.Word()}";
        }

        audit.Append(transaction, new AuditEntry(by, ActionOf(to), $"case {number}", assignee ?? to.Word()));
        if (file.State != to)
        {
            Tell(transaction, file, $"{to.Word()}-{CaseTables.Ms(now)}", CaseTexts.Stands(number, to, file.Language, options.Value.Hotline), now);
        }

        return null;
    });

    /// <summary>Sends the person an officer's words. The refusal, or null.</summary>
    public string? Answer(string number, string words, string by)
    {
        string bare = words.Trim();
        if (bare.Length is 0 or > Limits.AnswerUnitsMax || bare.Any(char.IsControl))
        {
            return $"an answer has 1 to {Limits.AnswerUnitsMax} characters on one line";
        }

        return Work(number, (transaction, file, now) =>
        {
            if (file.Recipient is null)
            {
                return $"{number} left no phone number to answer to";
            }

            cases.Step(transaction, file, by, "answered", file.State, new CaseDetails(bare), now);
            audit.Append(transaction, new AuditEntry(by, "case.answered", $"case {number}", string.Empty));
            Tell(transaction, file, $"answer-{CaseTables.Ms(now)}", CaseTexts.Answer(number, bare), now);
            return null;
        });
    }

    /// <summary>All that is known of a case, for an officer: the look is written down. Null when there is no such case.</summary>
    public (CaseLine File, IReadOnlyList<CaseStep> Steps, string? Address)? Read(string number, string by) => database.Write(transaction =>
    {
        if (CaseBook.Find(transaction, number) is not { } file)
        {
            return ((CaseLine, IReadOnlyList<CaseStep>, string?)?)null;
        }

        audit.Append(transaction, new AuditEntry(by, "case.read", $"case {number}", string.Empty));
        return (file, cases.Steps(transaction, file), file.Recipient);
    }) is { } found
        ? (found.Item1, found.Item2, found.Item3 is null ? null : recipients.AddressOf(found.Item3, ContactChannels.Sms))
        : null;

    /// <summary>
    /// Where cases are, as the phones of the people said last, for an officer's map: one look at all of them, written down as one where
    /// it shows more than the officer saw within the hour.
    /// </summary>
    public IReadOnlyList<CasePoint> Points(IReadOnlyList<CaseLine> open, string by)
    {
        return database.Write(transaction =>
        {
            List<CasePoint> points = [];
            foreach (CaseLine file in open)
            {
                CaseDetails? last = cases.Steps(transaction, file).LastOrDefault(step => step.Details?.Latitude is not null)?.Details;
                if (last is { Latitude: { } latitude, Longitude: { } longitude })
                {
                    points.Add(new CasePoint(file, latitude, longitude));
                }
            }

            if (looks.Look(by, points.Select(point => point.File.Number)) is > 0 and var fresh)
            {
                audit.Append(transaction, new AuditEntry(by, "case.mapped", "cases", $"{fresh} positions"));
            }

            return points;
        });
    }

    private static string ActionOf(CaseState to) => to switch
    {
        CaseState.Assigned => "case.assigned",
        _ when to.IsClosed() => "case.closed",
        _ => "case.moved",
    };

    private string? Work(string number, Func<SqliteConnection, CaseLine, DateTimeOffset, string?> work)
    {
        string? refusal = database.Write(transaction => CaseBook.Find(transaction, number) is { } file
            ? work(transaction, file, time.GetUtcNow())
            : $"there is no case {number}");
        if (refusal is null)
        {
            bells?.RingAll();
        }

        return refusal;
    }

    // The agency counts as the one who has it; who it is told to is an office, and what it is told holds nothing personal.
    private Agency? ToAgency(SqliteConnection transaction, CaseLine file, DateTimeOffset now)
    {
        if (AgencyBook.Find(transaction, file.Kind, file.Region) is not { } agency)
        {
            return null;
        }

        cases.Move(transaction, file, CaseState.Assigned, agency.Name, AuditEntry.System, string.Empty, now);
        audit.Append(transaction, new AuditEntry(AuditEntry.System, "case.assigned", $"case {file.Number}", agency.Name));
        if (PhoneNumber.TryParse(agency.Phone, out PhoneNumber phone))
        {
            DirectMessages.Queue(
                transaction,
                new DirectMessage(
                    "case", $"{file.Number}:agency", recipients.CorrespondentOf(transaction, phone.E164, now), ContactChannels.Sms,
                    CaseTexts.ToAgency(file), Limits.MessageLife),
                now);
        }

        return agency;
    }

    private static void Tell(SqliteConnection transaction, CaseLine file, string key, string text, DateTimeOffset now)
    {
        if (file.Recipient is { } recipient)
        {
            DirectMessages.Queue(
                transaction,
                new DirectMessage(
                    "case", $"{file.Number}:{key}", recipient, ContactChannels.Sms, text, Limits.MessageLife, file.Kind == NewCase.Help ? "Severe" : "Minor"),
                now);
        }
    }
}
