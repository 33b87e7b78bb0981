using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Readings;

/// <summary>
/// One quantity at a station, with the height or depth and the channel if there are several:
/// <c>quantity[:metres][/channel]</c>, as in <c>pm25</c>, <c>soil_moisture:-0.3</c>, <c>pm25/b</c>.
/// Metres are above ground, negative below, -1000 to 1000 in steps of a centimetre; a channel is 1 to 16 of a-z and 0-9.
/// </summary>
public sealed class SeriesName : IEquatable<SeriesName>
{
    /// <summary>The most characters of a name.</summary>
    public const int LengthMax = 64;

    /// <summary>The most characters of a channel.</summary>
    public const int ChannelLengthMax = 16;

    /// <summary>The end of the channel of a value before a calibration or correction, which goes beside the corrected one.</summary>
    public const string RawChannel = "raw";

    private const decimal MetresAbsMax = 1000m;

    private readonly int _hash;

    private SeriesName(Quantity quantity, decimal? metres, string? channel)
    {
        Quantity = quantity;
        Metres = metres;
        Channel = channel;
        Text = quantity.Code
            + (metres is { } m ? ":" + m.ToString("0.##", CultureInfo.InvariantCulture) : string.Empty)
            + (channel is null ? string.Empty : "/" + channel);
        _hash = string.GetHashCode(Text, StringComparison.Ordinal);
    }

    /// <summary>What is measured.</summary>
    public Quantity Quantity { get; }

    /// <summary>Height above ground in metres, negative for a depth; null when it does not matter.</summary>
    public decimal? Metres { get; }

    /// <summary>Tells several sensors of one quantity apart; null when there is one.</summary>
    public string? Channel { get; }

    /// <summary>Whether these are values before a calibration or correction: kept as evidence, and never judged beside the corrected ones.</summary>
    public bool IsRaw => Channel?.EndsWith(RawChannel, StringComparison.Ordinal) ?? false;

    /// <summary>The name in its one canonical spelling.</summary>
    public string Text { get; }

    /// <summary>The series of a quantity without height and channel.</summary>
    public static SeriesName Of(Quantity quantity) => new(quantity, null, null);

    /// <summary>Reads a name, or throws a <see cref="FormatException"/> that says what is wrong.</summary>
    public static SeriesName Parse(string text) => TryParse(text, out SeriesName? name, out string? fault)
        ? name
        : throw new FormatException(fault);

    /// <summary>Reads a name; false with a sentence that names the part and its limit when the text breaks the rule.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out SeriesName? name, [NotNullWhen(false)] out string? fault)
    {
        name = null;
        if (text.Length is 0 or > LengthMax)
        {
            fault = $"series name has {text.Length} characters, allowed are 1 to {LengthMax}";
            return false;
        }

        string rest = text;
        string? channel = null;
        int slash = rest.IndexOf('/');
        if (slash >= 0)
        {
            channel = rest[(slash + 1)..];
            rest = rest[..slash];
            if (!IsChannel(channel))
            {
                fault = $"channel in series '{text}' is not 1 to {ChannelLengthMax} characters of a-z and 0-9";
                return false;
            }
        }

        decimal? metres = null;
        int colon = rest.IndexOf(':');
        if (colon >= 0)
        {
            if (!TryParseMetres(rest[(colon + 1)..], out decimal parsed))
            {
                fault = $"metres in series '{text}' are not a number from -1000 to 1000 with at most 2 decimals";
                return false;
            }

            metres = parsed;
            rest = rest[..colon];
        }

        if (!QuantityCatalog.TryGet(rest, out Quantity? quantity))
        {
            fault = $"quantity '{rest}' is not known";
            return false;
        }

        name = new SeriesName(quantity, metres, channel);
        fault = null;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(SeriesName? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Text == other.Text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeriesName);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsChannel(string text) =>
        text.Length is > 0 and <= ChannelLengthMax
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private static bool TryParseMetres(string text, out decimal metres) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out metres)
        && Math.Abs(metres) <= MetresAbsMax
        && decimal.Round(metres, 2) == metres;
}
