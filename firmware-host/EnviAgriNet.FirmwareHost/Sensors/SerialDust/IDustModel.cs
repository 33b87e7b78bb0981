namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>One model's language: what is said to it, and what its frames mean. Pure; commands are whole frames as they go over the line.</summary>
internal interface IDustModel
{
    /// <summary>The name in the settings.</summary>
    string Kind { get; }

    /// <summary>Bits a second.</summary>
    int Baud { get; }

    /// <summary>How its frames are told apart.</summary>
    IFraming Framing { get; }

    /// <summary>Whether it sends values without being asked, so that it can be used with its transmit line alone.</summary>
    bool Streams { get; }

    /// <summary>Starts fan and laser, and makes it wait for questions.</summary>
    IReadOnlyList<byte[]> Wake { get; }

    /// <summary>Asks for its state and its values.</summary>
    IReadOnlyList<byte[]> Ask { get; }

    /// <summary>Stops fan and laser.</summary>
    IReadOnlyList<byte[]> Sleep { get; }

    /// <summary>Blows the fan's dust out; null for a model that cannot.</summary>
    byte[]? Clean { get; }

    /// <summary>What a frame means.</summary>
    DustAnswer Read(ReadOnlySpan<byte> frame);
}

/// <summary>What a frame means: a sample, a fault of the sensor, or neither for the echo of a command.</summary>
/// <param name="Sample">The values.</param>
/// <param name="Fault">What the sensor says is wrong with it, a sentence an operator can act on.</param>
internal readonly record struct DustAnswer(DustSample? Sample, string? Fault)
{
    /// <summary>Neither values nor a fault.</summary>
    public static DustAnswer Nothing => default;

    /// <summary>Values.</summary>
    public static DustAnswer Of(DustSample sample) => new(sample, null);

    /// <summary>A fault.</summary>
    public static DustAnswer Wrong(string fault) => new(null, fault);
}
