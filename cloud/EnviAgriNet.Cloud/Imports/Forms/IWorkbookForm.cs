using EnviAgriNet.Cloud.Imports.Workbooks;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>A kind of published sheet, known by its headings.</summary>
internal interface IWorkbookForm
{
    /// <summary>Its name for <c>--format</c>.</summary>
    string Code { get; }

    /// <summary>What it holds.</summary>
    ImportTopic Topic { get; }

    /// <summary>Whether a sheet has its headings.</summary>
    bool Fits(Sheet sheet);

    /// <summary>Reads a sheet; throws an <see cref="ImportException"/> when the sheet is not what its headings say.</summary>
    void Read(Sheet sheet, ImportRun run);
}
