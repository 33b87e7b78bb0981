namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>Where frames begin and end in a stream of bytes. Pure: the same bytes give the same answer.</summary>
internal interface IFraming
{
    /// <summary>Looks at the bytes that wait. Called again with the rest after what it says was taken off the front.</summary>
    FrameFind Find(ReadOnlySpan<byte> waiting);
}

/// <summary>What stands at the front of the bytes that wait.</summary>
/// <param name="Taken">How many bytes to take off the front; 0 is that more must come first.</param>
/// <param name="Frame">The frame's bytes as a decoder reads them, or null.</param>
/// <param name="IsBroken">Whether what was taken looked like a frame and was none.</param>
internal readonly record struct FrameFind(int Taken, byte[]? Frame, bool IsBroken)
{
    /// <summary>More bytes must come first.</summary>
    public static FrameFind More => default;

    /// <summary>The first bytes belong to no frame.</summary>
    public static FrameFind Skip(int bytes) => new(bytes, null, false);

    /// <summary>
    /// What began like a frame is none. Only its first byte is taken, because the true beginning may lie inside it.
    /// </summary>
    public static FrameFind Broken(int bytes = 1) => new(bytes, null, true);

    /// <summary>A frame whose length and checksum are right.</summary>
    public static FrameFind Whole(int bytes, byte[] frame) => new(bytes, frame, false);
}
