using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>The board on a serial line: an LED line or e-ink display that takes rows of plain text between bytes of its maker.</summary>
internal sealed class DisplayOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Display";

    private const int HexLengthMax = 128;

    /// <summary>Default none: the board is only seen in the log and the status. The serial port, as in <c>/dev/serial/by-id/...</c>.</summary>
    public string? Port { get; set; }

    /// <summary>Default 9600; 300 to 230,400. Bits a second.</summary>
    [Range(300, 230_400)]
    public int Baud { get; set; } = 9600;

    /// <summary>Default <c>tis-620</c>; or <c>utf-8</c>. How the board wants its letters.</summary>
    [Required]
    public string Encoding { get; set; } = DisplayFrame.Tis620;

    /// <summary>Default 2; 1 to 16. Rows of the board.</summary>
    [Range(1, 16)]
    public int Rows { get; set; } = 2;

    /// <summary>Default 20; 8 to 200. Letters in a row; vowels and tone marks above and below take no place of their own.</summary>
    [Range(8, 200)]
    public int Columns { get; set; } = 20;

    /// <summary>Default none; hexadecimal, at most 64 bytes. What the board wants before the first row.</summary>
    public string Begin { get; set; } = string.Empty;

    /// <summary>Default <c>0D0A</c>; hexadecimal, at most 64 bytes. What the board wants after each row.</summary>
    public string RowEnd { get; set; } = "0D0A";

    /// <summary>Default none; hexadecimal, at most 64 bytes. What the board wants after the last row.</summary>
    public string End { get; set; } = string.Empty;

    /// <summary>Default 30 seconds; 5 seconds to 1 hour. How often the same text is sent again, for a board that was without power.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan RepeatEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Encoding is not (DisplayFrame.Tis620 or DisplayFrame.Utf8))
        {
            yield return new ValidationResult($"Encoding '{Encoding}' is neither {DisplayFrame.Tis620} nor {DisplayFrame.Utf8}", [nameof(Encoding)]);
        }

        foreach ((string name, string text) in ((string, string)[])[(nameof(Begin), Begin), (nameof(RowEnd), RowEnd), (nameof(End), End)])
        {
            if (text.Length > HexLengthMax || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            {
                yield return new ValidationResult($"{name} '{text}' is not up to {HexLengthMax / 2} bytes in hexadecimal, as in 1B40", [name]);
            }
        }
    }
}
