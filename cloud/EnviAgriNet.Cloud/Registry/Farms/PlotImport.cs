using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>
/// Takes in plots of people who are subscribers already, from a CSV. A bad row costs only itself, its report never repeats a number,
/// and the same file again changes nothing.
/// </summary>
internal sealed class PlotImport(RegistryDatabase database, PlotBook plots, ContactBook contacts, TimeProvider time)
{
    /// <summary>The columns that must be there; the others of <see cref="PlotForm.Fields"/> may be.</summary>
    public static readonly IReadOnlyList<string> Columns = ["phone", "crop", "region"];

    /// <summary>Imports a file.</summary>
    public ImportReport Run(TextReader csv)
    {
        List<RowFault> refused = [];
        DateOnly today = PlotForm.Today(time.GetUtcNow());
        ImportReport report = CsvImport.Run(
            csv,
            Columns,
            row => (row.Line, Read: Read(row, today)),
            rows => database.Write<IReadOnlyList<RowFate>>(
                transaction => [.. rows.Select(row => Store(transaction, row.Line, row.Read.Number, row.Read.Plot, refused))]));
        return report with
        {
            Unchanged = report.Unchanged - refused.Count,
            Faults = [.. report.Faults.Concat(refused).OrderBy(fault => fault.Row)],
        };
    }

    // A refused row is counted as unchanged by the caller's loop, and taken out of that count at the end.
    private RowFate Store(SqliteConnection transaction, int line, string number, Plot plot, List<RowFault> refused)
    {
        if (contacts.OwnerOf(transaction, number) is not { } subscriber)
        {
            refused.Add(new RowFault(line, "phone", "belongs to no subscriber who confirmed it"));
            return RowFate.Unchanged;
        }

        if (plots.Join(transaction, plot with { Subscriber = subscriber }) is not { } joined)
        {
            refused.Add(new RowFault(line, string.Empty, $"its owner has {Limits.PlotsPerSubscriberMax} plots already"));
            return RowFate.Unchanged;
        }

        return joined.Fate;
    }

    private static (string Number, Plot Plot) Read(CsvRow row, DateOnly today)
    {
        string number = AddressForm.TryRead(ContactChannels.Sms, row.Required("phone"), out string address)
            ? address
            : throw new RowException("phone", "is not a Thai mobile number: 10 digits from 06, 08 or 09, or +66 and 9 digits");
        Plot? plot = PlotForm.Read(name => row.OptionalText(name) ?? string.Empty, 0, today, out IReadOnlyList<PlotFault> faults);
        return plot is null ? throw new RowException(faults[0].Field, faults[0].Rule) : (number, plot);
    }
}
