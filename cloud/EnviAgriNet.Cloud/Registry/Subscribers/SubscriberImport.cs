using System.Text.RegularExpressions;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// Takes in people whose consent was collected elsewhere, from a CSV. A bad row costs only itself, and its report never repeats an
/// address. Whoever said STOP is not put back by a list, and what a person chose later stays.
/// </summary>
internal sealed partial class SubscriberImport(RegistryDatabase database, SubscriberBook subscribers, ContactBook contacts, TimeProvider time)
{
    /// <summary>The columns that must be there.</summary>
    public static readonly IReadOnlyList<string> Columns = ["phone", "language", "region", "channel", "consent_at"];

    /// <summary>The columns that may be there as well.</summary>
    public static readonly IReadOnlyList<string> MoreColumns = ["email", "line", "crops", "consent_version"];

    /// <summary>The version of consents whose wording is with who collected them.</summary>
    private const string ElsewhereVersion = "list";

    private const string Way = "import";
    private const string Separator = ";";
    private const int DigitsOfANumber = 4;

    private static readonly HashSet<string> KnownCrops = [.. CropTable.All.Select(crop => crop.Code)];

    /// <summary>Imports a file. Several regions, channels or crops have semicolons between them.</summary>
    public ImportReport Run(TextReader csv)
    {
        List<RowFault> refused = [];
        ImportReport report = CsvImport.Run(
            csv,
            Columns,
            row => (row.Line, Person: Read(row)),
            rows => database.Write<IReadOnlyList<RowFate>>(transaction => [.. rows.Select(row => Store(transaction, row.Line, row.Person, refused))]));
        return report with
        {
            Unchanged = report.Unchanged - refused.Count,
            Faults = [.. report.Faults.Select(WithoutAddress).Concat(refused).OrderBy(fault => fault.Row)],
        };
    }

    // A comma too many moves an address into a column whose text is repeated.
    private static RowFault WithoutAddress(RowFault fault) =>
        fault.Reason.Count(char.IsDigit) >= DigitsOfANumber || fault.Reason.Contains('@', StringComparison.Ordinal)
            ? fault with { Reason = Quoted().Replace(fault.Reason, "'…'") }
            : fault;

    // A refused row is counted as unchanged by the caller's loop, and taken out of that count at the end.
    private RowFate Store(SqliteConnection transaction, int line, Subscriber person, List<RowFault> refused)
    {
        if (person.Contacts.FirstOrDefault(contact => contacts.IsStopped(transaction, contact.Address)) is { } stopped)
        {
            refused.Add(new RowFault(line, ColumnOf(stopped.Channel), "stopped; needs own consent"));
            return RowFate.Unchanged;
        }

        long[] owners = [.. person.Contacts.Select(c => subscribers.OwnerOf(transaction, c.Address)).OfType<long>().Distinct()];
        if (owners.Length > 1)
        {
            refused.Add(new RowFault(line, string.Empty, "its addresses belong to different subscribers"));
            return RowFate.Unchanged;
        }

        bool isOlder = owners is [var owner] && subscribers.Find(transaction, owner) is { } known
            && known.Consent.Way != Way && known.Consent.At >= person.Consent.At;
        return isOlder ? RowFate.Unchanged : subscribers.Enter(transaction, person).Fate;
    }

    private Subscriber Read(CsvRow row)
    {
        string[] channels = [.. row.Required("channel").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        List<Contact> addresses = [.. channels.Select(channel => ReadContact(row, channel))];
        if (channels.Length == 0 || channels.Intersect([ContactChannels.Sms, ContactChannels.Phone]).Count() > 1)
        {
            throw new RowException("channel", "needs one of sms, phone, email, line, or several with semicolons; not sms and phone together");
        }

        DateTimeOffset consentAt = row.Time("consent_at");
        if (consentAt > time.GetUtcNow())
        {
            throw new RowException("consent_at", "lies in the future");
        }

        IReadOnlyList<RegionId> regions = row.Regions("region");
        return new Subscriber(
            Languages.TryParse(row.Required("language"), out string language)
                ? language
                : throw new RowException("language", "is not a language tag, such as th, en, lo, my, km, ms or shn"),
            regions,
            Crops(row),
            addresses,
            new Consent(row.OptionalWord("consent_version") is { Length: > 0 } version ? version : ElsewhereVersion, consentAt, Way));
    }

    private static Contact ReadContact(CsvRow row, string channel)
    {
        string column = ColumnOf(channel);
        if (column.Length == 0)
        {
            throw new RowException("channel", "is not one of sms, phone, email, line");
        }

        // A refused address is not repeated in the report: reports are kept, pasted and mailed.
        string? text = column == "phone" ? row.Required(column) : row.OptionalText(column);
        return AddressForm.TryRead(channel, text, out string address)
            ? new Contact(channel, address)
            : throw new RowException(column, column switch
            {
                "phone" => "is not a Thai mobile number: 10 digits from 06, 08 or 09, or +66 and 9 digits",
                "email" => "is not an e-mail address",
                _ => "is not a LINE user id: U and 32 digits of 0-9 and a-f",
            });
    }

    private static string ColumnOf(string channel) => channel switch
    {
        ContactChannels.Sms or ContactChannels.Phone => "phone",
        ContactChannels.Email => "email",
        ContactChannels.Line => "line",
        _ => string.Empty,
    };

    private static string[] Crops(CsvRow row)
    {
        string[] crops = [.. (row.OptionalText("crops") ?? string.Empty)
            .Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return crops.Length <= Registry.Limits.CropsPerSubscriberMax && crops.All(KnownCrops.Contains)
            ? crops
            : throw new RowException("crops", $"is not up to {Registry.Limits.CropsPerSubscriberMax} codes of crops, as rice;maize");
    }

    [GeneratedRegex("'.*'", RegexOptions.Singleline, 1000)]
    private static partial Regex Quoted();
}
