using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// The cases in the registry. A call is always kept: what the same sender writes within half an hour becomes part of their open case, so
/// that a flood costs rows and nobody's attention. Safe for use by several threads.
/// </summary>
internal sealed class CaseBook
{
    private const string OfficerWay = "officer:";

    private readonly RegistryDatabase _database;
    private readonly AddressVault _vault;
    private readonly CasesOptions _options;

    // The tables of deliveries must be there before anybody can be told anything.
    public CaseBook(RegistryDatabase database, AddressVault vault, DeliveryBook deliveries, IOptions<CasesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        _database = database;
        _vault = vault;
        _options = options.Value;
        database.EnsureTables(CaseTables.Schema);
    }

    /// <summary>Opens a case, or adds to the sender's open one, inside a transaction. A repeat of its origin changes nothing.</summary>
    public CaseOpened Open(SqliteConnection transaction, NewCase call, DateTimeOffset now)
    {
        if (OfOrigin(transaction, call.Origin) is { } known)
        {
            return known with { IsRepeat = true };
        }

        CaseLine? open = call.Recipient is null ? null : OpenOf(transaction, call, now);
        CaseLine file = open ?? Insert(transaction, call, now);
        if (open is not null)
        {
            Add(transaction, open, call, now);
        }

        Step(transaction, file, ActorOf(call), open is null ? "opened" : "wrote", file.State, call.Details, now);
        transaction.Run(
            "INSERT INTO case_origin VALUES($origin, $id, $merged)",
            ("$origin", call.Origin), ("$id", file.Id), ("$merged", open is not null));
        return new CaseOpened(file, open is not null, IsRepeat: false);
    }

    /// <summary>Adds what a person wrote to one of their cases that is open, inside a transaction.</summary>
    public void Follow(SqliteConnection transaction, CaseLine file, NewCase words, DateTimeOffset now)
    {
        Add(transaction, file, words, now);
        Step(transaction, file, ActorOf(words), "wrote", file.State, words.Details, now);
    }

    /// <summary>The case of a number inside a transaction, or null.</summary>
    public static CaseLine? Find(SqliteConnection connection, string number) =>
        CaseTables.Select(connection, "WHERE number = $number", ("$number", number)).FirstOrDefault();

    /// <summary>The case of a number, or null.</summary>
    public CaseLine? Find(string number) => _database.Read(c => Find(c, number));

    /// <summary>The newest case of a sender that was heard of since a time, or null; of one number if it is given.</summary>
    public static CaseLine? NewestOf(SqliteConnection connection, string recipient, DateTimeOffset since, string? number = null) =>
        CaseTables.Select(
            connection,
            "WHERE recipient = $recipient AND heard_at >= $since AND ($number IS NULL OR number = $number) ORDER BY heard_at DESC, id DESC LIMIT 1",
            ("$recipient", recipient), ("$since", CaseTables.Ms(since)), ("$number", number)).FirstOrDefault();

    /// <summary>Cases, what is urgent first: new before taken, help before complaints, the oldest first.</summary>
    /// <param name="isOpen">Only those that are not closed.</param>
    /// <param name="kind"><c>help</c>, <c>complaint</c> for all of those, one kind of complaint, or null.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<CaseLine> List(bool isOpen, string? kind, int most) => _database.Read(c => CaseTables.Select(
        c,
        """
        WHERE ($open = 0 OR state IN ('new', 'assigned', 'on-the-way'))
            AND ($kind IS NULL OR kind = $kind OR ($kind = 'complaint' AND kind <> 'help'))
        ORDER BY state <> 'new', kind <> 'help', opened_at, id LIMIT $most
        """,
        ("$open", isOpen), ("$kind", kind), ("$most", Math.Min(most, Limits.CasesListedMax))));

    /// <summary>The steps of a case with all words: for officers, and each look is to be written down.</summary>
    public IReadOnlyList<CaseStep> Steps(SqliteConnection connection, CaseLine file) => connection.List(
        "SELECT at, actor, what, state, details FROM case_step WHERE case_id = $id ORDER BY id",
        row => new CaseStep(
            CaseTables.Time(row.GetInt64(0)), row.GetString(1), row.GetString(2), CaseTables.State(row.GetString(3)),
            row.IsDBNull(4) ? null : Read((byte[])row[4], file.Number)),
        ("$id", file.Id));

    /// <summary>Moves a case, inside a transaction; false when it may not go there.</summary>
    public bool Move(SqliteConnection transaction, CaseLine file, CaseState to, string? assignee, string actor, string note, DateTimeOffset now)
    {
        if (!CaseMoves.May(file.State, to))
        {
            return false;
        }

        transaction.Run(
            "UPDATE case_file SET state = $state, assignee = COALESCE($assignee, assignee), changed_at = $now WHERE id = $id",
            ("$state", to.Word()), ("$assignee", assignee), ("$now", CaseTables.Ms(now)), ("$id", file.Id));
        Step(transaction, file, actor, "state", to, note.Length == 0 ? null : new CaseDetails(note), now);
        return true;
    }

    /// <summary>Adds a step, inside a transaction.</summary>
    public void Step(
        SqliteConnection transaction, CaseLine file, string actor, string what, CaseState state, CaseDetails? details, DateTimeOffset now)
    {
        bool isKept = details is not null && file.Messages <= Limits.StepsWithTextMax;
        transaction.Run(
            "INSERT INTO case_step(case_id, at, actor, what, state, details) VALUES($id, $at, $actor, $what, $state, $details)",
            ("$id", file.Id), ("$at", CaseTables.Ms(now)), ("$actor", actor), ("$what", what), ("$state", state.Word()),
            ("$details", isKept ? _vault.Encrypt(Cut(details!).ToJson(), Row(file.Number)) : null));
    }

    /// <summary>How many calls for help nobody has taken.</summary>
    public long NewHelp() => _database.Read(c => (long)c.One("SELECT COUNT(*) FROM case_file WHERE state = 'new' AND kind = 'help'")!);

    /// <summary>The number of the newest step of any case; 0 without any. It rises with everything that happens to a case.</summary>
    public long NewestStep() => _database.Read(c => (long)c.One("SELECT COALESCE(MAX(id), 0) FROM case_step")!);

    /// <summary>Erases the words of cases that were closed before a time; the number of steps.</summary>
    public int Erase(DateTimeOffset closedBefore) => _database.Write(c => c.Run(
        """
        UPDATE case_step SET details = NULL WHERE details IS NOT NULL AND case_id IN (
            SELECT id FROM case_file WHERE state IN ('done', 'cannot', 'duplicate') AND changed_at < $before LIMIT 500)
        """,
        ("$before", CaseTables.Ms(closedBefore))));

    // On a page anybody can give any number; officers see which words come from the number itself.
    private static string ActorOf(NewCase call) => call.Way.StartsWith(OfficerWay, StringComparison.Ordinal)
        ? call.Way[OfficerWay.Length..]
        : call.IsProven ? "person" : "unproven";

    private static byte[] Row(string number) => Encoding.ASCII.GetBytes(number);

    private static CaseDetails Cut(CaseDetails details) => details.Text.Length <= Limits.TextUnitsMax
        ? details
        : details with { Text = details.Text[..Limits.TextUnitsMax] + "…" };

    private static CaseOpened? OfOrigin(SqliteConnection transaction, string origin) => transaction.List(
        "SELECT case_id, is_merged FROM case_origin WHERE origin = $origin", row => (Id: row.GetInt64(0), IsMerged: row.GetBoolean(1)), ("$origin", origin))
        is [var found]
        ? new CaseOpened(CaseTables.Select(transaction, "WHERE id = $id", ("$id", found.Id))[0], found.IsMerged, IsRepeat: true)
        : null;

    private CaseLine? OpenOf(SqliteConnection transaction, NewCase call, DateTimeOffset now) => CaseTables.Select(
        transaction,
        """
        WHERE recipient = $recipient AND kind = $kind AND heard_at >= $since AND state IN ('new', 'assigned', 'on-the-way')
        ORDER BY heard_at DESC LIMIT 1
        """,
        ("$recipient", call.Recipient), ("$kind", call.Kind), ("$since", CaseTables.Ms(now - _options.MergeWithin))).FirstOrDefault();

    private static CaseLine Insert(SqliteConnection transaction, NewCase call, DateTimeOffset now)
    {
        string number = NewNumber(transaction, call.IsHelp);
        transaction.Run(
            """
            INSERT INTO case_file(number, kind, state, way, recipient, language, region, place, people, needs, messages, opened_at, heard_at, changed_at)
            VALUES($number, $kind, 'new', $way, $recipient, $language, $region, $place, $people, $needs, 1, $now, $now, $now)
            """,
            ("$number", number), ("$kind", call.Kind), ("$way", call.Way.Split(':')[0]), ("$recipient", call.Recipient), ("$language", call.Language),
            ("$region", call.Region?.Code), ("$place", call.PlaceName), ("$people", PeopleOf(call)), ("$needs", NeedsOf([], call)),
            ("$now", CaseTables.Ms(now)));
        return Find(transaction, number)!;
    }

    private static void Add(SqliteConnection transaction, CaseLine open, NewCase call, DateTimeOffset now) => transaction.Run(
        """
        UPDATE case_file SET heard_at = $now, messages = messages + 1, people = COALESCE($people, people), needs = $needs,
            region = COALESCE($region, region), place = COALESCE($place, place) WHERE id = $id
        """,
        ("$now", CaseTables.Ms(now)), ("$people", PeopleOf(call)), ("$needs", NeedsOf(open.Needs, call)), ("$region", call.Region?.Code),
        ("$place", call.PlaceName), ("$id", open.Id));

    private static int? PeopleOf(NewCase call) => call.People ?? CaseDetails.PeopleIn(call.Details.Text);

    private static string NeedsOf(IReadOnlyList<string> before, NewCase call) => string.Join(
        ' ', before.Concat(call.Needs).Concat(call.IsHelp ? CaseDetails.NeedsIn(call.Details.Text) : []).Where(CaseDetails.Needs.Contains).Distinct());

    private static string NewNumber(SqliteConnection transaction, bool isHelp)
    {
        for (int draw = 0; draw < Limits.DrawsMax; draw++)
        {
            string number = CaseNumber.Draw(isHelp);
            if (Find(transaction, number) is null)
            {
                return number;
            }
        }

        throw new InvalidOperationException("no number is free for a new case; old ones are to be archived");
    }

    private CaseDetails? Read(byte[] closed, string number)
    {
        try
        {
            return CaseDetails.Parse(_vault.Decrypt(closed, Row(number)));
        }
        catch (CryptographicException)
        {
            // A row that was tampered with, or whose key is gone, must not hide the rest of the case.
            return new CaseDetails("(cannot be read)");
        }
    }
}

/// <summary>What became of a call.</summary>
/// <param name="File">The case.</param>
/// <param name="IsMerged">Whether it was the sender's open one.</param>
/// <param name="IsRepeat">Whether the very same call had come before.</param>
internal sealed record CaseOpened(CaseLine File, bool IsMerged, bool IsRepeat);
