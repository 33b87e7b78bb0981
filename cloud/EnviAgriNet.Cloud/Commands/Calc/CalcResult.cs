using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>What a calculation says of one row: numbers, words and nulls by column, or why it says nothing.</summary>
internal sealed class CalcResult : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];

    /// <summary>Why there is no result; null when there is one. A row may have both: what is known, and what is doubtful.</summary>
    public string? Error { get; private init; }

    /// <summary>A row that could not be calculated.</summary>
    public static CalcResult Fault(string reason) => new() { Error = reason };

    /// <summary>This result with a reason for doubt beside it.</summary>
    public CalcResult WithError(string? reason)
    {
        CalcResult result = new() { Error = reason };
        result._values.AddRange(_values);
        return result;
    }

    /// <summary>
    /// Adds a number, to 12 significant digits: what lies beyond them is the noise of binary fractions. One that is not finite is
    /// a fault of the calculation, not a result.
    /// </summary>
    public void Add(string column, double? value)
    {
        if (value is { } number)
        {
            value = double.IsFinite(number)
                ? double.Parse(number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                : throw new CalcFault(column, "is not a finite number for these inputs");
        }

        _values.Add(new(column, value));
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(string column, int? value) => _values.Add(new(column, value));

    /// <summary>Adds a word.</summary>
    public void Add(string column, string? value) => _values.Add(new(column, value));

    /// <summary>Adds a yes or no.</summary>
    public void Add(string column, bool? value) => _values.Add(new(column, value));

    /// <summary>Adds a list of texts; a table has it as a JSON array in its cell.</summary>
    public void Add(string column, IReadOnlyList<string> values) => _values.Add(new(column, values));

    /// <summary>The value of a column as text for a table; empty when it is null or not there.</summary>
    public string Text(string column) => Find(column) switch
    {
        null => string.Empty,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IReadOnlyList<string> texts => Array(texts).ToJsonString(CloudCall.ReadableJson),
        object other => (string)other,
    };

    /// <summary>The values as members of a JSON object.</summary>
    public void WriteTo(JsonObject document)
    {
        foreach ((string column, object? value) in _values)
        {
            document[column] = value switch
            {
                null => null,
                double number => JsonValue.Create(number),
                int number => JsonValue.Create(number),
                bool yes => JsonValue.Create(yes),
                IReadOnlyList<string> texts => Array(texts),
                object other => JsonValue.Create((string)other),
            };
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static JsonArray Array(IReadOnlyList<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];

    private object? Find(string column) => _values.Find(v => v.Key == column).Value;
}
