using System.Text.Json.Nodes;
using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>The limits of the tests as they are judged by and as they are kept with a version: written out in full.</summary>
/// <param name="Book">The tests of every quantity.</param>
/// <param name="Json">All of it; reading it again gives the same, also when a later program brings other defaults along.</param>
internal sealed record QualityLimits(QualityBook Book, string Json)
{
    /// <summary>Changes when any limit changes.</summary>
    public string Hash => Book.Version;

    /// <summary>The limits that the program brings along.</summary>
    public static QualityLimits Default { get; } = Of(QualityBook.Default);

    /// <summary>The limits of a file, or the defaults where none is named. Throws <see cref="InvalidDataException"/> with every fault.</summary>
    public static QualityLimits Load(string? file)
    {
        if (file is null)
        {
            return Default;
        }

        try
        {
            if (new FileInfo(file).Length > Limits.ConfigBytesMax)
            {
                throw new InvalidDataException($"'{file}' has more than {Limits.ConfigBytesMax} bytes");
            }

            return Parse(File.ReadAllText(file), $"'{file}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the limits '{file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads limits. Throws <see cref="InvalidDataException"/> with every fault.</summary>
    public static QualityLimits Parse(string json, string source) => QualityBook.TryParse(json, out IReadOnlyList<string> faults) is { } book
        ? Of(book)
        : throw new InvalidDataException($"{source}: {string.Join("; ", faults)}");

    private static QualityLimits Of(QualityBook book)
    {
        JsonObject json = [];
        foreach (Quantity quantity in QuantityCatalog.All)
        {
            json[quantity.Code] = QualityJson.Write(book.For(quantity));
        }

        return new QualityLimits(book, json.ToJsonString());
    }
}
