using EnviAgriNet.Core.Alerts;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>
/// The languages warnings are told in: the built-in ones and those of the files in the settings' folder. What is wrong in a file is
/// said in the log and left out; the rest of it is used.
/// </summary>
internal sealed partial class AlertLanguages
{
    /// <summary>The most files that are read.</summary>
    public const int FilesMax = 50;

    /// <summary>Reads the files.</summary>
    public AlertLanguages(IOptions<AlertsOptions> options, ILogger<AlertLanguages> logger)
    {
        List<Phrasebook> books = [.. Phrasebooks.BuiltIn];
        foreach (string file in FilesIn(options.Value.TemplatesFolder))
        {
            PhrasebookReading reading = ReadFile(file);
            foreach (PhrasebookFault fault in reading.Faults.Where(f => !f.IsMissing))
            {
                LogFault(logger, fault.ToString());
            }

            if (reading.Book is not { } book)
            {
                continue;
            }

            if (books.Exists(b => b.Language == book.Language))
            {
                LogFault(logger, $"{Path.GetFileName(file)}: language {book.Language} has a file already");
                continue;
            }

            books.Add(book);
            LogRead(logger, book.Language, book.Hazards.Values.Sum(h => h.Cases.Count), reading.Faults.Count(f => f.IsMissing));
        }

        Books = books;
    }

    /// <summary>The words, a language each.</summary>
    public IReadOnlyList<Phrasebook> Books { get; }

    /// <summary>Reads one file of words.</summary>
    public static PhrasebookReading ReadFile(string file)
    {
        string name = Path.GetFileName(file);
        return new FileInfo(file).Length > PhrasebookFile.CharactersMax * sizeof(int)
            ? new PhrasebookReading(null, [new(name, string.Empty, string.Empty, string.Empty, "is too large to be a file of words")])
            : PhrasebookFile.Read(name, File.ReadAllText(file));
    }

    private static IEnumerable<string> FilesIn(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return [];
        }

        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(FilesMax)
            : throw new FormatException($"Alerts:TemplatesFolder '{folder}' is no folder");
    }

    [LoggerMessage(4320, LogLevel.Warning, "Words for warnings are left out: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);

    [LoggerMessage(4321, LogLevel.Information, "Warnings are told in {Language} too: {Cases} cases; {Missing} things are missing and taken from another language")]
    private static partial void LogRead(ILogger logger, string language, int cases, int missing);
}
