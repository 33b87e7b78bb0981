namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Cuts a stream of bytes into frames, whatever stands between them: garbage, half frames, frames with a wrong checksum. Holds at most
/// <see cref="Limits.PendingBytesMax"/> bytes. Not safe for use by several threads.
/// </summary>
internal sealed class FrameStream(IFraming framing)
{
    private readonly byte[] _waiting = new byte[Limits.PendingBytesMax];
    private int _count;

    /// <summary>Frames whose length and checksum were right.</summary>
    public long Frames { get; private set; }

    /// <summary>What began like a frame and was none.</summary>
    public long Broken { get; private set; }

    /// <summary>Bytes that belonged to no frame, those of broken frames included.</summary>
    public long Skipped { get; private set; }

    /// <summary>The part of the buffer that new bytes go into; never empty. Say with <see cref="Added"/> how many came.</summary>
    public Span<byte> Room
    {
        get
        {
            if (_count == _waiting.Length)
            {
                // No frame is that long, so the oldest bytes are garbage.
                Drop(_waiting.Length / 2);
                Skipped += _waiting.Length / 2;
            }

            return _waiting.AsSpan(_count);
        }
    }

    /// <summary>Says how many bytes were put into <see cref="Room"/>.</summary>
    public void Added(int bytes) => _count += bytes;

    /// <summary>Forgets what waits, for a port that was opened anew or a command whose answer is to come.</summary>
    public void Clear() => _count = 0;

    /// <summary>Takes the next frame; false when more bytes must come first.</summary>
    public bool TryTake(out byte[] frame)
    {
        while (_count > 0)
        {
            FrameFind find = framing.Find(_waiting.AsSpan(0, _count));
            if (find.Taken == 0)
            {
                break;
            }

            Drop(find.Taken);
            if (find.Frame is not null)
            {
                Frames++;
                frame = find.Frame;
                return true;
            }

            Skipped += find.Taken;
            Broken += find.IsBroken ? 1 : 0;
        }

        frame = [];
        return false;
    }

    private void Drop(int bytes)
    {
        _waiting.AsSpan(bytes, _count - bytes).CopyTo(_waiting);
        _count -= bytes;
    }
}
