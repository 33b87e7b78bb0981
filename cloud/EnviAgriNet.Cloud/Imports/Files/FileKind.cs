namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum FileKind
{
    /// <summary>Text: CSV.</summary>
    Text,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A workbook of Excel 97 to 2003.</summary>
    OldWorkbook,

    /// <summary>A workbook of Excel 2007 and later.</summary>
    Workbook,
}
