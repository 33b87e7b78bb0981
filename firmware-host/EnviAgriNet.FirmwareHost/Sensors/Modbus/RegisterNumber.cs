namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>How registers are read as a number. Pure.</summary>
internal static class RegisterNumber
{
    /// <summary>How many registers a number takes.</summary>
    public static int Registers(NumberType type) => type is NumberType.UInt16 or NumberType.Int16 ? 1 : 2;

    /// <summary>The number in the registers, which are as they came over the line.</summary>
    public static double Decode(ReadOnlySpan<ushort> registers, NumberType type, ByteOrder order) => type switch
    {
        // Each is made a double by itself: together the arms would all become floats, which hold 24 bits.
        NumberType.UInt16 => (double)Word(registers[0], order),
        NumberType.Int16 => (double)(short)Word(registers[0], order),
        NumberType.UInt32 => (double)Words(registers, order),
        NumberType.Int32 => (double)(int)Words(registers, order),
        NumberType.Float32 => (double)BitConverter.UInt32BitsToSingle(Words(registers, order)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a number type"),
    };

    /// <summary>Whether the registers hold exactly these bits, whatever they mean: how a probe marks a missing value.</summary>
    public static uint Bits(ReadOnlySpan<ushort> registers, NumberType type, ByteOrder order) =>
        Registers(type) == 1 ? Word(registers[0], order) : Words(registers, order);

    private static ushort Word(ushort register, ByteOrder order) =>
        order is ByteOrder.BADC or ByteOrder.DCBA ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(register) : register;

    private static uint Words(ReadOnlySpan<ushort> registers, ByteOrder order)
    {
        (ushort high, ushort low) = order is ByteOrder.CDAB or ByteOrder.DCBA
            ? (registers[1], registers[0])
            : (registers[0], registers[1]);
        return ((uint)Word(high, order) << 16) | Word(low, order);
    }
}

/// <summary>What the registers of a channel hold.</summary>
internal enum NumberType
{
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
}

/// <summary>In which order the bytes of a number come; A is the most significant. Of one register AB or BA is meant.</summary>
internal enum ByteOrder
{
    /// <summary>As the standard has it.</summary>
    ABCD,

    /// <summary>The bytes of each register swapped.</summary>
    BADC,

    /// <summary>The low register first.</summary>
    CDAB,

    /// <summary>The least significant byte first.</summary>
    DCBA,
}

/// <summary>Which of the two tables of words a register is in.</summary>
internal enum RegisterTable
{
    /// <summary>Holding registers, function 3.</summary>
    Holding,

    /// <summary>Input registers, function 4.</summary>
    Input,
}
