using EnviAgriNet.Cloud.Imports.Files;
using EnviAgriNet.Cloud.Imports.Forms;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Imports;

/// <summary>Imports published figures: recognises the form, reads all of it, and keeps all of it or nothing.</summary>
internal sealed class MarketImporter(MarketStore store, TimeProvider time)
{
    /// <summary>Recognise the form by its headings.</summary>
    public const string Auto = "auto";

    private static readonly IWorkbookForm[] WorkbookForms =
    [
        new OaeCalendarForm(), new OaeYieldForm(), new OaeRainForm(), new OaeIndexForm(), new OaeDailyForm(), new OaeWeeklyForm(), new OaeWholesaleForm(),
        new OaeMonthlyForm(),
    ];

    /// <summary>The names of all forms.</summary>
    public static IReadOnlyList<string> Formats { get; } =
        [Auto, .. WorkbookForms.Select(f => f.Code).Order(StringComparer.Ordinal), MocJsonForm.Code, WfpCsvForm.Code, PlainCsvForm.Code];

    /// <summary>
    /// Imports a file; throws an <see cref="ImportException"/> that says why when the file as a whole is refused, and then nothing is kept.
    /// </summary>
    public async Task<MarketReport> ImportAsync(SourceFile file, ImportCall call, CancellationToken cancellationToken)
    {
        ImportRun run = new(call.Topic, call.Source);
        string form = file.Kind switch
        {
            FileKind.Json => ReadJson(file, call, run),
            FileKind.Text => ReadText(file, call, run),
            _ => await ReadWorkbookAsync(file, call, run, cancellationToken),
        };
        if (run.Figures.Count == 0 && run.Log.RefusedCount > 0)
        {
            throw new ImportException($"not one figure can be taken; the first reason: {run.Log.Refused[0]}");
        }

        if (run.Figures.Count == 0)
        {
            throw new ImportException("the file holds no figures");
        }

        MarketCounts counts = store.Put(run.Figures, new ImportOrigin(file.Name, form, run.Source, file.Hash), call.IsTrial);
        return new MarketReport(file.Name, form, run.Source, call.IsTrial, run.Figures.Count, counts, run.Log);
    }

    private static string ReadJson(SourceFile file, ImportCall call, ImportRun run)
    {
        Require(call, MocJsonForm.Code);
        RequirePrices(call, "prices of the Ministry of Commerce");
        MocJsonForm.Read(file.Text(), run);
        return MocJsonForm.Code;
    }

    private static string ReadText(SourceFile file, ImportCall call, ImportRun run)
    {
        string text = file.Text();
        bool isWfp = call.Form == WfpCsvForm.Code || (call.Form == Auto && WfpCsvForm.Fits(text));
        if (isWfp)
        {
            RequirePrices(call, "food prices");
            WfpCsvForm.Read(text, run);
            return WfpCsvForm.Code;
        }

        Require(call, PlainCsvForm.Code);
        PlainCsvForm.Read(text, run);
        return PlainCsvForm.Code;
    }

    private async Task<string> ReadWorkbookAsync(SourceFile file, ImportCall call, ImportRun run, CancellationToken cancellationToken)
    {
        bool hasEmptyProject = WorkbookGuard.Check(file);
        IReadOnlyList<Sheet> sheets = await new WorkbookReader(time).ReadAsync(file, cancellationToken);
        if (hasEmptyProject)
        {
            run.Log.LeaveOut("a project of macros without any code", file.Name);
        }

        List<(Sheet Sheet, IWorkbookForm? Form)> known = [.. sheets.Select(s => (s, FormOf(s, call)))];
        IWorkbookForm form = known.Select(k => k.Form).FirstOrDefault(f => f is not null) ?? throw new ImportException(
            call.Form == Auto
                ? $"no sheet has the headings of a known form; the sheets are {ImportLog.Quote(string.Join(", ", sheets.Select(s => s.Name)))}"
                : $"no sheet has the headings of {call.Form}");
        if (form.Topic != call.Topic && !(call.Topic == ImportTopic.Areas && form.Topic == ImportTopic.Yields))
        {
            throw new ImportException($"the workbook holds {form.Topic.ToString().ToLowerInvariant()} ({form.Code}), not {call.Topic.ToString().ToLowerInvariant()}");
        }

        foreach ((Sheet sheet, IWorkbookForm? own) in known)
        {
            if (own == form)
            {
                own.Read(sheet, run);
            }
            else
            {
                run.Log.LeaveOut(sheet.Rows == 0 ? "an empty sheet" : "a sheet without the headings of this form", sheet.Name);
            }
        }

        return form.Code;
    }

    private static IWorkbookForm? FormOf(Sheet sheet, ImportCall call) =>
        WorkbookForms.FirstOrDefault(f => (call.Form == Auto || f.Code == call.Form) && f.Fits(sheet));

    private static void Require(ImportCall call, string form)
    {
        if (call.Form != Auto && call.Form != form)
        {
            throw new ImportException($"the file is not {call.Form}");
        }
    }

    private static void RequirePrices(ImportCall call, string what)
    {
        if (call.Topic != ImportTopic.Prices)
        {
            throw new ImportException($"the file holds {what}, not {call.Topic.ToString().ToLowerInvariant()}");
        }
    }
}

/// <summary>What the caller of an import asks for.</summary>
/// <param name="Topic">What is imported.</param>
/// <param name="Form">One of <see cref="MarketImporter.Formats"/>.</param>
/// <param name="Source">The source to name, or null for the usual one of the form.</param>
/// <param name="IsTrial">Whether nothing is kept.</param>
internal sealed record ImportCall(ImportTopic Topic, string Form, string? Source, bool IsTrial);
