using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Core.Geography;

/// <summary>An area in Thailand's administrative tree: province (2 digits), district (4), subdistrict (6).</summary>
public readonly record struct RegionId : IComparable<RegionId>
{
    private readonly string? _code;

    private RegionId(string code) => _code = code;

    /// <summary>The code of 2, 4 or 6 digits; empty only for the default value, which names no region.</summary>
    public string Code => _code ?? string.Empty;

    /// <summary>How deep in the tree this region stands.</summary>
    public RegionLevel Level => (RegionLevel)Code.Length;

    /// <summary>The province this region is or lies in.</summary>
    public RegionId Province => new(Code[..2]);

    /// <summary>The region one step up, or null for a province.</summary>
    public RegionId? Parent => Code.Length <= 2 ? null : new RegionId(Code[..^2]);

    /// <summary>Reads a code, or throws a <see cref="FormatException"/> that says the rule.</summary>
    public static RegionId Parse(string text) => TryParse(text, out RegionId id)
        ? id
        : throw new FormatException($"region '{text}' is not a code of 2, 4 or 6 digits that begins with 1 to 9");

    /// <summary>Reads a code; false when the text breaks the rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionId id)
    {
        id = default;
        if (text is not { Length: 2 or 4 or 6 } || text[0] == '0')
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        id = new RegionId(text);
        return true;
    }

    /// <summary>Whether the other region is this one or lies within it.</summary>
    public bool Contains(RegionId other) => other.Code.StartsWith(Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(RegionId other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>A step of the administrative tree; the number is the length of its codes.</summary>
public enum RegionLevel
{
    /// <summary>No region.</summary>
    None = 0,

    /// <summary>จังหวัด, 2 digits.</summary>
    Province = 2,

    /// <summary>อำเภอ, 4 digits.</summary>
    District = 4,

    /// <summary>ตำบล, 6 digits.</summary>
    Subdistrict = 6,
}
