using System.Buffers.Binary;

namespace EnviAgriNet.Demo.StandIns;

/// <summary>
/// Behaves like probes on one RS-485 line that speak Modbus RTU: functions 3, 4 and 6, exceptions for registers a probe does not have,
/// silence for addresses that nobody has and for damaged questions.
/// </summary>
public sealed class StandInModbusBus : IDisposable
{
    private const int QuestionBytes = 8;
    private const byte ReadHolding = 3;
    private const byte ReadInput = 4;
    private const byte WriteOne = 6;
    private const byte IllegalFunction = 1;
    private const byte IllegalAddress = 2;
    private const byte ExceptionBit = 0x80;

    private readonly List<byte> _heard = [];
    private readonly Lock _gate = new();
    private readonly Dictionary<byte, StandInProbe> _probes = [];

    /// <summary>A line without probes.</summary>
    public StandInModbusBus() => Line = new PseudoTerminal((_, bytes) => Hear(bytes));

    /// <summary>The line.</summary>
    public PseudoTerminal Line { get; }

    /// <summary>What becomes of an answer on its way, for lines that are not as they should be; null is that it is lost.</summary>
    public Func<byte[], byte[]?> Wire { get; set; } = answer => answer;

    /// <summary>Questions heard whole.</summary>
    public int Questions { get; private set; }

    /// <summary>Connects a probe.</summary>
    public StandInProbe Add(byte unit)
    {
        lock (_gate)
        {
            return _probes[unit] = new StandInProbe();
        }
    }

    /// <summary>Takes a probe off the line.</summary>
    public void Remove(byte unit)
    {
        lock (_gate)
        {
            _probes.Remove(unit);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Line.Dispose();

    /// <summary>Content with its checksum behind it.</summary>
    public static byte[] Sealed(params ReadOnlySpan<byte> content)
    {
        ushort crc = 0xFFFF;
        foreach (byte b in content)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
            }
        }

        return [.. content, (byte)crc, (byte)(crc >> 8)];
    }

    private void Hear(byte[] bytes)
    {
        lock (_gate)
        {
            _heard.AddRange(bytes);
            while (_heard.Count >= QuestionBytes)
            {
                byte[] question = [.. _heard.Take(QuestionBytes)];
                if (!question.SequenceEqual(Sealed(question.AsSpan(0, QuestionBytes - 2))))
                {
                    _heard.RemoveAt(0);
                    continue;
                }

                _heard.RemoveRange(0, QuestionBytes);
                Questions++;
                if (_probes.TryGetValue(question[0], out StandInProbe? probe) && Wire(Answer(probe, question)) is { } answer)
                {
                    Line.Send(answer);
                }
            }
        }
    }

    private static byte[] Answer(StandInProbe probe, byte[] question)
    {
        (byte unit, byte function) = (question[0], question[1]);
        int address = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(2));
        ushort value = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(4));
        if (function == WriteOne && probe.Holding.ContainsKey(address))
        {
            probe.Holding[address] = value;
            return question;
        }

        if (function is not (ReadHolding or ReadInput))
        {
            return Sealed(unit, (byte)(function | ExceptionBit), function == WriteOne ? IllegalAddress : IllegalFunction);
        }

        IDictionary<int, ushort> table = function == ReadHolding ? probe.Holding : probe.Input;
        byte[] content = new byte[3 + (2 * value)];
        (content[0], content[1], content[2]) = (unit, function, (byte)(2 * value));
        for (int i = 0; i < value; i++)
        {
            if (!table.TryGetValue(address + i, out ushort register))
            {
                return Sealed(unit, (byte)(function | ExceptionBit), IllegalAddress);
            }

            BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(3 + (2 * i)), register);
        }

        return Sealed(content);
    }
}
