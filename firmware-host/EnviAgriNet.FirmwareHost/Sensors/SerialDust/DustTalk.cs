using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// A conversation with one sensor over an open port: wake, ask for values, send to sleep. Owns the port. Every call throws a
/// <see cref="SerialLineException"/> when the port or the sensor fails. Used by one caller at a time.
/// </summary>
/// <param name="line">The port.</param>
/// <param name="model">What the sensor understands.</param>
/// <param name="port">The port's name, for messages.</param>
/// <param name="isListening">Whether only the sensor's transmit line is wired, so that nothing can be said to it.</param>
/// <param name="time">The pauses, in the station's time.</param>
/// <param name="wire">The limit of an answer: a line is never faster than the machine's own time, whatever time the station lives in.</param>
internal sealed class DustTalk(
    ISerialLine line, IDustModel model, string port, bool isListening, TimeProvider time, TimeProvider wire) : IDisposable
{
    private readonly FrameStream _stream = new(model.Framing);

    /// <summary>Frames heard, broken ones, and bytes between them, since the port was opened.</summary>
    public (long Frames, long Broken, long Skipped) Counts => (_stream.Frames, _stream.Broken, _stream.Skipped);

    /// <summary>Starts fan and laser. Does nothing when nothing can be said.</summary>
    public Task WakeAsync(CancellationToken cancel) => SayAsync(model.Wake, cancel);

    /// <summary>Blows out the dust, on a model that can.</summary>
    public Task CleanAsync(CancellationToken cancel) => model.Clean is { } clean ? SayAsync([clean], cancel) : Task.CompletedTask;

    /// <summary>Stops fan and laser. Does nothing when nothing can be said.</summary>
    public Task SleepAsync(CancellationToken cancel) => SayAsync(model.Sleep, cancel);

    /// <summary>The next value. What had arrived before is thrown away, so it is never an old one.</summary>
    public Task<DustSample> SampleAsync(CancellationToken cancel) => Blocking.RunAsync(
        () =>
        {
            (long frames, long broken, long skipped) = Counts;
            for (int i = 0; i < Limits.TriesMax; i++)
            {
                cancel.ThrowIfCancellationRequested();
                if (SampleOnce() is { } sample)
                {
                    return sample;
                }
            }

            throw Unheard(_stream.Frames - frames, _stream.Broken - broken, _stream.Skipped - skipped);
        },
        cancel);

    /// <inheritdoc/>
    public void Dispose() => line.Dispose();

    private async Task SayAsync(IReadOnlyList<byte[]> commands, CancellationToken cancel)
    {
        if (isListening)
        {
            return;
        }

        foreach (byte[] command in commands)
        {
            line.Write(command, Limits.WriteMax);
            await Task.Delay(Limits.CommandPause, time, cancel);
        }
    }

    private DustSample? SampleOnce()
    {
        line.DiscardInput();
        _stream.Clear();
        if (!isListening)
        {
            foreach (byte[] question in model.Ask)
            {
                line.Write(question, Limits.WriteMax);
            }
        }

        long begin = wire.GetTimestamp();
        for (int bytes = 0; bytes < Limits.AnswerBytesMax;)
        {
            TimeSpan left = Limits.AnswerMax - wire.GetElapsedTime(begin);
            int read = left > TimeSpan.Zero ? line.Read(_stream.Room, left) : 0;
            if (read == 0)
            {
                return null;
            }

            bytes += read;
            _stream.Added(read);
            if (Understood() is { } sample)
            {
                return sample;
            }
        }

        return null;
    }

    private DustSample? Understood()
    {
        while (_stream.TryTake(out byte[] frame))
        {
            DustAnswer answer = model.Read(frame);
            if (answer.Fault is { } fault)
            {
                throw new SerialLineException(SerialTrouble.Faulty, $"the {model.Kind} on {port} says: {fault}");
            }

            if (answer.Sample is { } sample)
            {
                return sample;
            }
        }

        return null;
    }

    private SerialLineException Unheard(long frames, long broken, long skipped) => (frames, broken + skipped) switch
    {
        ( > 0, _) => new(SerialTrouble.Silent, $"the {model.Kind} on {port} answers and gives no values: is it still starting?"),
        (_, 0) => new(
            SerialTrouble.Silent,
            $"no answer on {port} from the {model.Kind}: does it have its 5 V, and is its TX on our RX"
            + (isListening ? "?" : " and its RX on our TX?")),
        _ => new(
            SerialTrouble.Garbled,
            $"{skipped} bytes on {port} and no {model.Kind} among them: is it another model, or is the line disturbed?"),
    };
}
