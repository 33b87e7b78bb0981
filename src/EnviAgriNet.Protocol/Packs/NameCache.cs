using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>
/// Labels and series names seen before, so that a reading costs no text of its own. Bounded: a sender of ever new names only
/// empties the cache. Owned by one decoder, so not safe for several threads.
/// </summary>
internal sealed class NameCache
{
    private const int EntriesMax = 4096;

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _textLookup;
    private readonly Dictionary<string, SeriesName> _series = [];

    public NameCache() => _textLookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of the property name or string the reader stands on.</summary>
    public string Get(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > SeriesName.LengthMax * 2)
        {
            return json.GetString() ?? string.Empty;
        }

        Span<char> chars = stackalloc char[SeriesName.LengthMax * 2];
        chars = chars[..json.CopyString(chars)];
        if (!_textLookup.TryGetValue(chars, out string? text))
        {
            text = chars.ToString();
            MakeRoom(_texts);
            _texts.Add(text, text);
        }

        return text;
    }

    /// <summary>The series of that name, or the sentence that says why there is none.</summary>
    public bool TryGetSeries(
        string text, [NotNullWhen(true)] out SeriesName? series, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        if (_series.TryGetValue(text, out series))
        {
            return true;
        }

        if (!SeriesName.TryParse(text, out series, out fault))
        {
            return false;
        }

        MakeRoom(_series);
        _series.Add(text, series);
        return true;
    }

    private static void MakeRoom<TValue>(Dictionary<string, TValue> entries)
    {
        if (entries.Count >= EntriesMax)
        {
            entries.Clear();
        }
    }
}
