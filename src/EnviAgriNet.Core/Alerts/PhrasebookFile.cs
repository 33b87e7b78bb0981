using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>The words of a language as a JSON file for translators.</summary>
public static class PhrasebookFile
{
    /// <summary>The most characters of a file.</summary>
    public const int CharactersMax = 512 * 1024;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes all of a language's words.</summary>
    public static string Write(Phrasebook book)
    {
        JsonObject measures = [];
        foreach ((string measure, MeasurePhrase phrase) in book.Measures)
        {
            measures[measure] = new JsonObject { ["long"] = phrase.Long, ["short"] = phrase.Short };
        }

        JsonObject hazards = [];
        foreach ((string hazard, HazardPhrases words) in book.Hazards)
        {
            hazards[hazard] = new JsonObject { ["name"] = words.Name, ["cases"] = Cases(words) };
        }

        return new JsonObject
        {
            ["language"] = book.Language,
            ["name"] = book.Name,
            ["phrases"] = new JsonObject(book.Phrases.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["months"] = new JsonArray([.. book.Months.Select(m => (JsonNode)m)]),
            ["measures"] = measures,
            ["hazards"] = hazards,
        }.ToJsonString(Readable);
    }

    /// <summary>
    /// Reads a language's words, and says of everything that is wrong where it stands and which limit it breaks. A case with a fault
    /// is left out; a phrase, a month or a measure with one is taken from the language this one falls back to.
    /// </summary>
    /// <param name="file">The file's name, for the faults.</param>
    /// <param name="json">The text of the file.</param>
    public static PhrasebookReading Read(string file, string json)
    {
        PhrasebookReader reader = new(file);
        if (json.Length > CharactersMax)
        {
            return reader.Refuse($"has {json.Length} characters, allowed are {CharactersMax}");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                AllowDuplicateProperties = false,
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            });
            return reader.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return reader.Refuse($"is no JSON: {SmsText.Shorten(e.Message, 200)}");
        }
    }

    private static JsonObject Cases(HazardPhrases words)
    {
        JsonObject cases = [];
        foreach ((string name, AlertTemplate template) in words.Cases)
        {
            cases[name] = new JsonObject(template.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value)));
        }

        return cases;
    }
}
