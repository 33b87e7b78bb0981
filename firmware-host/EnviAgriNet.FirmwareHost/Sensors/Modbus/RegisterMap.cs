using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>What one make of probe keeps in which register; a file.</summary>
internal sealed record RegisterMap
{
    /// <summary>What the probe is, for people: make and model.</summary>
    public required string Title { get; init; }

    /// <summary>Where the addresses are from.</summary>
    public required string Source { get; init; }

    /// <summary>Bits a second the probe is delivered with.</summary>
    public int Baud { get; set; } = 9600;

    /// <summary>The parity the probe is delivered with.</summary>
    public LineParity Parity { get; set; } = LineParity.None;

    /// <summary>Stop bits the probe is delivered with.</summary>
    public int StopBits { get; set; } = 1;

    /// <summary>The unit address the probe is delivered with.</summary>
    public int Unit { get; set; } = 1;

    /// <summary>How long an answer may take, milliseconds.</summary>
    public int AnswerMs { get; set; } = 500;

    /// <summary>Time after power-on before values mean anything.</summary>
    public TimeSpan WarmUp { get; set; }

    /// <summary>
    /// A holding register whose reading, with a count of none, starts a measurement; null for a probe that measures by itself.
    /// </summary>
    public int? Start { get; set; }

    /// <summary>Whether registers between channels may be read along; some probes refuse.</summary>
    public bool ReadsGaps { get; set; } = true;

    /// <summary>What is measured.</summary>
    public required IReadOnlyList<RegisterChannel> Channels { get; init; }

    /// <summary>Settings of the probe that change what it measures or how it is reached.</summary>
    public IReadOnlyList<RegisterSetting> Settings { get; set; } = [];
}

/// <summary>One value of a probe.</summary>
internal sealed record RegisterChannel
{
    /// <summary>What the settings call it.</summary>
    public required string Name { get; init; }

    /// <summary>The table it is in.</summary>
    public RegisterTable Table { get; set; } = RegisterTable.Holding;

    /// <summary>Its first register, from 0 as on the line.</summary>
    public required int Address { get; init; }

    /// <summary>What it holds.</summary>
    public NumberType Type { get; set; } = NumberType.UInt16;

    /// <summary>Its bytes' order.</summary>
    public ByteOrder Order { get; set; } = ByteOrder.ABCD;

    /// <summary>What the number is multiplied with to be in the quantity's unit.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What is added after that.</summary>
    public double Offset { get; set; }

    /// <summary>Bits that say that there is no value, as unsigned numbers.</summary>
    public IReadOnlyList<uint> Missing { get; set; } = [];

    /// <summary>The series it goes to when the settings name none.</summary>
    public required string Series { get; init; }

    /// <summary>The value in its registers, in the quantity's unit and without the dust of binary fractions.</summary>
    public double Value(ReadOnlySpan<ushort> registers) =>
        Math.Round((RegisterNumber.Decode(registers, Type, Order) * Scale) + Offset, Decimals);

    // Finer than any probe resolves in the units of the catalogue.
    private const int Decimals = 9;
}

/// <summary>A setting of the probe.</summary>
internal sealed record RegisterSetting
{
    /// <summary>What the settings call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its holding register.</summary>
    public required int Address { get; init; }

    /// <summary>What it is as delivered; another value is told as a doubt. Null when any value is as good.</summary>
    public int? Delivered { get; set; }

    /// <summary>The lowest value that may be written.</summary>
    public int Min { get; set; }

    /// <summary>The highest value that may be written.</summary>
    public int Max { get; set; } = ushort.MaxValue;

    /// <summary>
    /// Whether this program never writes it: a wrong address or speed makes the probe unreachable for everybody on the bus.
    /// </summary>
    public bool IsProtected { get; set; }
}

/// <summary>The parity of a serial line.</summary>
internal enum LineParity
{
    None,
    Even,
    Odd,
}

/// <summary>The generated contract: snake_case keys, and a key that is not known is a fault.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RegisterMap))]
internal sealed partial class RegisterMapContext : JsonSerializerContext;
