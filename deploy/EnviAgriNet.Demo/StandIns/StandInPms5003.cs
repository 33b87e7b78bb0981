using System.Buffers.Binary;

namespace EnviAgriNet.Demo.StandIns;

/// <summary>
/// Behaves like a Plantower PMS5003 on a serial line, byte by byte: streams once a second after power-on and after waking, answers
/// questions once it is told to wait for them, and is silent asleep.
/// </summary>
public sealed class StandInPms5003 : IDisposable
{
    private const int CommandBytes = 7;
    private const byte Mode = 0xE1;
    private const byte Question = 0xE2;
    private const byte Rest = 0xE4;

    private readonly Lock _gate = new();
    private readonly List<byte> _heard = [];
    private readonly Func<(int Pm1, int Pm25, int Pm10)> _air;
    private readonly ITimer _stream;
    private bool _isStreaming = true;

    /// <summary>Powers it on.</summary>
    /// <param name="air">What is in the air when it is asked, in whole micrograms per cubic metre.</param>
    /// <param name="time">When it streams.</param>
    public StandInPms5003(Func<(int Pm1, int Pm25, int Pm10)> air, TimeProvider time)
    {
        _air = air;
        Line = new PseudoTerminal((_, bytes) => Hear(bytes));
        _stream = time.CreateTimer(_ => Stream(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>The line it is on.</summary>
    public PseudoTerminal Line { get; }

    /// <summary>Whether its laser is on.</summary>
    public bool IsAwake { get; private set; } = true;

    /// <summary>How often it was put to sleep.</summary>
    public int Sleeps { get; private set; }

    /// <summary>How many frames with values it sent.</summary>
    public int FramesSent { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        Line.Dispose();
    }

    /// <summary>A frame of values; the factory's numbers are the ambient ones here, as they are below 30.</summary>
    public static byte[] Frame(int pm1, int pm25, int pm10)
    {
        byte[] frame = new byte[32];
        ushort[] words = [0x424D, 28, (ushort)pm1, (ushort)pm25, (ushort)pm10, (ushort)pm1, (ushort)pm25, (ushort)pm10, 0, 0, 0, 0, 0, 0, 0x9700];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2 * i), words[i]);
        }

        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(30), (ushort)frame.Sum(b => b));
        return frame;
    }

    private void Stream()
    {
        lock (_gate)
        {
            if (IsAwake && _isStreaming)
            {
                SendValues();
            }
        }
    }

    private void Hear(byte[] bytes)
    {
        lock (_gate)
        {
            _heard.AddRange(bytes);
            while (_heard.Count >= CommandBytes)
            {
                byte[] command = [.. _heard.Take(CommandBytes)];
                int sum = command[..5].Sum(b => b);
                if (command[0] != 0x42 || command[1] != 0x4D || BinaryPrimitives.ReadUInt16BigEndian(command.AsSpan(5)) != sum)
                {
                    _heard.RemoveAt(0);
                    continue;
                }

                _heard.RemoveRange(0, CommandBytes);
                Obey(command[2], command[4]);
            }
        }
    }

    private void Obey(byte command, byte value)
    {
        switch (command)
        {
            case Rest when value == 0:
                IsAwake = false;
                Sleeps++;
                Echo(command, value);
                break;
            case Rest:
                IsAwake = true;
                _isStreaming = true;
                break;
            case Mode when IsAwake:
                _isStreaming = value == 1;
                Echo(command, value);
                break;
            case Question when IsAwake:
                SendValues();
                break;
        }
    }

    private void SendValues()
    {
        (int pm1, int pm25, int pm10) = _air();
        Line.Send(Frame(pm1, pm25, pm10));
        FramesSent++;
    }

    private void Echo(byte command, byte value)
    {
        byte[] echo = [0x42, 0x4D, 0, 4, command, value, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(echo.AsSpan(6), (ushort)echo.Sum(b => b));
        Line.Send(echo);
    }
}
