using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>
/// A piece of a page. It is made by interpolation, and whatever is put in is encoded unless it is a piece of a page itself: there is
/// no way to forget it.
/// </summary>
internal readonly record struct Markup
{
    private readonly string? _text;

    private Markup(string text) => _text = text;

    /// <summary>Makes a piece.</summary>
    public static Markup Of(Handler handler) => new(handler.Text);

    /// <summary>Pieces one after the other.</summary>
    public static Markup Of(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    /// <summary>The piece when a condition holds, nothing otherwise.</summary>
    public Markup If(bool condition) => condition ? this : default;

    /// <inheritdoc/>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>Puts a piece together.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

        /// <summary>What was put together.</summary>
        public string Text => _text.ToString();

        /// <summary>Adds what stands in the program.</summary>
        public void AppendLiteral(string literal) => _text.Append(literal);

        /// <summary>Adds a piece as it is.</summary>
        public void AppendFormatted(Markup piece) => _text.Append(piece.ToString());

        /// <summary>Adds pieces as they are.</summary>
        public void AppendFormatted(IEnumerable<Markup> pieces) => _text.Append(Of(pieces).ToString());

        /// <summary>Adds a text, encoded.</summary>
        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? string.Empty));

        /// <summary>Adds a whole number.</summary>
        public void AppendFormatted(int number) => _text.Append(number);
    }
}
