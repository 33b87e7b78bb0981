using System.CommandLine;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary><c>calc NAME</c>: the product's formulas for people, with options or row by row over a CSV file.</summary>
internal static class CalcCommand
{
    /// <summary>Adds a command per calculation.</summary>
    public static void AddTo(RootCommand root, IConsole console) => AddTo(root, console, CalcCatalog.All);

    internal static void AddTo(RootCommand root, IConsole console, IReadOnlyList<Calculation> calculations)
    {
        Command calc = new("calc", "calculate an index or a water balance, from options or for each row of a CSV file");
        foreach (Calculation calculation in calculations)
        {
            calc.Subcommands.Add(Of(calculation, console));
        }

        root.Subcommands.Add(calc);
    }

    private static Command Of(Calculation calculation, IConsole console)
    {
        Command command = new(calculation.Name, $"{calculation.Summary}. Source: {calculation.Source}");
        CalcOptions options = new(calculation);
        options.AddTo(command);
        command.SetAction(call =>
        {
            try
            {
                return Run(calculation, options, call, console);
            }
            catch (CalcFault fault)
            {
                console.Error(fault.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                console.Error($"csv cannot be read: {e.Message}");
            }

            return ExitCodes.Usage;
        });
        return command;
    }

    private static int Run(Calculation calculation, CalcOptions options, ParseResult call, IConsole console)
    {
        CalcRow settings = new(calculation.Inputs, input => options.Text(call, input));
        if (options.Csv(call) is { } file)
        {
            return RunTable(calculation, options, call, settings, file, console);
        }

        if (!calculation.IsSingle)
        {
            throw new CalcFault("csv", "is missing: this calculation goes over the rows of a file, --csv FILE");
        }

        console.Line(CalcPrinter.Single(calculation.Compute(settings)));
        return ExitCodes.Ok;
    }

    private static int RunTable(
        Calculation calculation, CalcOptions options, ParseResult call, CalcRow settings, string file, IConsole console)
    {
        using Stream stream = CalcFile.Open(file);
        using CalcTable table = new(stream);
        CalcColumns columns = new(calculation, table.Header, options.Chosen(call), input => options.Text(call, input));
        CalcPrinter printer = new(console, options.AsJson(call), table.Header, calculation.Results(settings));

        // A calculation may hold rows back until it has seen more of them; their cells wait here.
        Queue<TableRow> waiting = new();
        IEnumerable<CalcRow> rows = table.Rows().Select(row =>
        {
            waiting.Enqueue(row);
            return columns.Row(row);
        });
        long count = 0;
        long faults = 0;
        foreach (CalcResult result in calculation.ComputeAll(settings, rows))
        {
            printer.Row(waiting.Dequeue(), result);
            count++;
            faults += result.Error is null ? 0 : 1;
        }

        printer.End();
        if (faults > 0)
        {
            console.Error($"{faults} of {count} rows have an error");
        }

        return count > 0 && faults == count ? ExitCodes.Failed : ExitCodes.Ok;
    }
}
