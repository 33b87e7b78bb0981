using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>
/// The few MQTT 3.1.1 packets a load generator needs, straight on a socket, so that the generator takes as little of the
/// machine as it can. One thread writes and one thread reads.
/// </summary>
internal sealed class MqttWire : IDisposable
{
    private const int BufferBytes = 256 * 1024;

    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(1);

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly Lock _writing = new();
    private readonly BufferedStream _out;
    private readonly byte[] _in = new byte[BufferBytes];
    private readonly byte[] _head = new byte[8];
    private ushort _packetId;
    private int _inAt;
    private int _inEnd;

    public MqttWire(int port, string clientId)
    {
        _client.Connect("127.0.0.1", port);
        _out = new BufferedStream(_client.GetStream(), BufferBytes);
        byte[] id = Encoding.ASCII.GetBytes(clientId);
        Write(0x10, [0, 4, .. "MQTT"u8, 4, 2, 0, 0, 0, (byte)id.Length, .. id]);
        Flush();
        if (Read() is not { Type: 0x20, Body: [_, 0] })
        {
            throw new BenchmarkException("The broker did not accept the load generator");
        }
    }

    /// <summary>Subscribes with QoS 1 and waits for the answer; before the reader's thread starts.</summary>
    public void Subscribe(string filter)
    {
        byte[] text = Encoding.ASCII.GetBytes(filter);
        Write(0x82, [0, 1, (byte)(text.Length >> 8), (byte)text.Length, .. text, 1]);
        Flush();
        if (Read() is not { Type: 0x90, Body: [_, _, <= 2] })
        {
            throw new BenchmarkException($"The broker refused the subscription '{filter}'");
        }
    }

    /// <summary>Writes a QoS 1 message into the buffer; <see cref="Flush"/> sends it.</summary>
    public void Publish(ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload)
    {
        lock (_writing)
        {
            _packetId = _packetId == ushort.MaxValue ? (ushort)1 : (ushort)(_packetId + 1);
            WriteHead(0x32, 2 + topic.Length + 2 + payload.Length);
            WriteWord((ushort)topic.Length);
            _out.Write(topic);
            WriteWord(_packetId);
            _out.Write(payload);
        }
    }

    public void Flush()
    {
        lock (_writing)
        {
            _out.Flush();
        }
    }

    /// <summary>
    /// Reads one packet, or null at the end of the connection. When all that arrived has been read, sends what the reader wrote
    /// and lets a moment's worth of packets gather: a call to the system for each would cost more than the packet.
    /// </summary>
    public MqttPacket? Read()
    {
        try
        {
            int type = ReadByte();
            byte[] body = new byte[ReadLength()];
            ReadExactly(body);
            return new MqttPacket(type & 0xF0, type & 0x0F, body);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Acknowledges a publication.</summary>
    public void Acknowledge(ReadOnlySpan<byte> packetId)
    {
        lock (_writing)
        {
            _out.WriteByte(0x40);
            _out.WriteByte(2);
            _out.Write(packetId);
        }
    }

    public void Dispose() => _client.Dispose();

    private void Write(byte type, ReadOnlySpan<byte> body)
    {
        lock (_writing)
        {
            WriteHead(type, body.Length);
            _out.Write(body);
        }
    }

    private void WriteHead(byte type, int length)
    {
        int at = 0;
        _head[at++] = type;
        do
        {
            int part = length & 0x7F;
            length >>= 7;
            _head[at++] = (byte)(length > 0 ? part | 0x80 : part);
        }
        while (length > 0);
        _out.Write(_head, 0, at);
    }

    private void WriteWord(ushort word)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_head, word);
        _out.Write(_head, 0, 2);
    }

    private byte ReadByte()
    {
        if (_inAt == _inEnd)
        {
            Fill();
        }

        return _in[_inAt++];
    }

    private void ReadExactly(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (_inAt == _inEnd)
            {
                Fill();
            }

            int part = Math.Min(target.Length, _inEnd - _inAt);
            _in.AsSpan(_inAt, part).CopyTo(target);
            _inAt += part;
            target = target[part..];
        }
    }

    private void Fill()
    {
        Flush();
        if (_client.Connected && _client.Available < BufferBytes / 4)
        {
            Thread.Sleep(Gather);
        }

        _inEnd = _client.GetStream().Read(_in);
        _inAt = 0;
        if (_inEnd == 0)
        {
            throw new EndOfStreamException();
        }
    }

    private int ReadLength()
    {
        int length = 0;
        for (int shift = 0; ; shift += 7)
        {
            int part = ReadByte();
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return length;
            }
        }
    }
}

/// <summary>A packet as it came: its type (upper four bits), flags and what follows the length.</summary>
internal sealed record MqttPacket(int Type, int Flags, byte[] Body)
{
    public const int PublishType = 0x30;

    private int TopicLength => BinaryPrimitives.ReadUInt16BigEndian(Body);

    private int Quality => (Flags >> 1) & 3;

    /// <summary>The topic of a publication.</summary>
    public string Topic => Encoding.UTF8.GetString(Body, 2, TopicLength);

    /// <summary>The packet id of a publication; empty with QoS 0.</summary>
    public ReadOnlySpan<byte> PacketId => Quality == 0 ? [] : Body.AsSpan(2 + TopicLength, 2);

    /// <summary>The payload of a publication.</summary>
    public ReadOnlyMemory<byte> Payload => Body.AsMemory(2 + TopicLength + (Quality == 0 ? 0 : 2));

    /// <summary>All bytes of the packet on the wire, its own header included.</summary>
    public int WireBytes => 1 + Body.Length switch { < 128 => 1, < 16_384 => 2, < 2_097_152 => 3, _ => 4 } + Body.Length;
}
