using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>Finds out which dust sensor is on a port. Blocks for some seconds; leaves alone what another program uses.</summary>
internal static class DustScan
{
    /// <summary>The kind of sensor that is heard on a port; null when none is, or the port cannot be opened.</summary>
    public static string? Recognise(string port, TimeProvider time)
    {
        try
        {
            // Those that stream are listened to first: a question might disturb what else is connected.
            IDustModel[] streaming = [new Plantower("pms5003"), new Sds011()];
            return Heard(port, streaming, asks: false, time) ?? Heard(port, streaming, asks: true, time) ?? Heard(port, [new Sps30()], asks: true, time);
        }
        catch (SerialLineException)
        {
            return null;
        }
    }

    private static string? Heard(string port, IDustModel[] models, bool asks, TimeProvider time)
    {
        using ISerialLine line = SerialLines.Open(port, models[0].Baud);
        FrameStream[] streams = [.. models.Select(m => new FrameStream(m.Framing))];
        if (asks)
        {
            foreach (byte[] command in models.SelectMany(m => m.Wake.Concat(m.Ask)))
            {
                line.Write(command, Limits.WriteMax);
            }
        }

        byte[] buffer = new byte[Limits.FrameBytesMax];
        long begin = time.GetTimestamp();
        while (Limits.ScanMax - time.GetElapsedTime(begin) is var left && left > TimeSpan.Zero && line.Read(buffer, left) is var read && read > 0)
        {
            for (int i = 0; i < models.Length; i++)
            {
                if (Added(streams[i], buffer.AsSpan(0, read)))
                {
                    return models[i].Kind;
                }
            }
        }

        return null;
    }

    /// <summary>One frame whose length and checksum are right is proof enough.</summary>
    private static bool Added(FrameStream stream, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Span<byte> room = stream.Room;
            int count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            stream.Added(count);
            bytes = bytes[count..];
            if (stream.TryTake(out _))
            {
                return true;
            }
        }

        return false;
    }
}
