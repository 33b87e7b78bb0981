using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Core.Geography;

/// <summary>Names a sensing site: 3 to 40 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
public readonly record struct StationId : IComparable<StationId>
{
    /// <summary>The fewest characters of an id.</summary>
    public const int LengthMin = 3;

    /// <summary>The most characters of an id.</summary>
    public const int LengthMax = 40;

    private readonly string? _value;

    private StationId(string value) => _value = value;

    /// <summary>The id as text; empty only for the default value, which names no station.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads an id, or throws a <see cref="FormatException"/> that says the rule.</summary>
    public static StationId Parse(string text) => TryParse(text, out StationId id)
        ? id
        : throw new FormatException($"station '{text}' is not {LengthMin} to {LengthMax} characters of a-z, 0-9 and '-'");

    /// <summary>Reads an id; false when the text breaks the rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StationId id)
    {
        id = default;
        if (text is null || text.Length < LengthMin || text.Length > LengthMax)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        id = new StationId(text);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(StationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
