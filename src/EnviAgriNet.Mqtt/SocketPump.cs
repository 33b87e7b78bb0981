using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// Waits for the socket or a signal, and lets the library read and write. It does not read while the buffer of
/// received messages is full: that is the back-pressure.
/// </summary>
internal sealed unsafe class SocketPump(LinkParts parts, KeepAliveWatch keepAlive, nint handle)
{
    private const int ReadTurnsMax = 64;

    /// <summary>A broken socket that still has something to read has less than this.</summary>
    private const int BrokenTurnsMax = 64;

    private long _packetCount;
    private int _brokenTurns;
    private bool _isOpening = true;

    /// <summary>The library has understood a packet.</summary>
    public void OnPacket() => _packetCount++;

    /// <summary>One wait, and what it finds to do. An error that it returns is the connection's end.</summary>
    public int Turn(int waitMs)
    {
        parts.TurnCount++;
        int descriptor = Mosquitto.Socket(handle);
        if (descriptor < 0)
        {
            return Mosquitto.Success;
        }

        bool wasFull = parts.Received.IsFull;
        parts.Received.Look();
        bool isFull = parts.Received.IsFull;
        if (wasFull)
        {
            // What waits unread in the socket may be the sign of life.
            keepAlive.OnReceived();
        }

        // A socket that is connecting tells so by becoming writable; the library does not ask for that by itself.
        bool wantsWrite = _isOpening || Mosquitto.WantsWrite(handle);
        Mosquitto.PollEntry* entries = stackalloc Mosquitto.PollEntry[2];
        entries[0].Descriptor = parts.Wake.Descriptor;
        entries[0].Events = Mosquitto.PollIn;
        entries[1].Descriptor = descriptor;
        entries[1].Events = (short)((isFull ? 0 : Mosquitto.PollIn) | (wantsWrite ? Mosquitto.PollOut : 0));
        if (Mosquitto.Poll(entries, 2, waitMs) <= 0)
        {
            return Mosquitto.Success;
        }

        if (entries[0].Found != 0)
        {
            parts.Wake.Drain();
        }

        return ReadAndWrite(entries[1].Found, isFull);
    }

    private int ReadAndWrite(short found, bool isFull)
    {
        const short Broken = Mosquitto.PollError | Mosquitto.PollHangUp | Mosquitto.PollInvalid;
        if (isFull && (found & Broken) != 0)
        {
            // What is left in the socket was never acknowledged: a kept session brings it again.
            return Mosquitto.ErrorConnectionLost;
        }

        if (_isOpening && (found & Broken) != 0)
        {
            // With TLS the library takes a refused connection for one that is still opening, without an end.
            return Mosquitto.FailOf(Mosquitto.Socket(handle));
        }

        int result = Mosquitto.Success;
        if ((found & (Mosquitto.PollOut | Broken)) != 0)
        {
            _isOpening = false;
            result = Mosquitto.Write(handle, 1);
        }

        if (result == Mosquitto.Success && (found & (Mosquitto.PollIn | Broken)) != 0 && !isFull
            && Mosquitto.Socket(handle) >= 0)
        {
            keepAlive.OnReceived();
            result = ReadSome();
        }

        // The same with one that breaks in the middle of the greeting of TLS.
        return result == Mosquitto.Success && (found & Broken) != 0 && ++_brokenTurns >= BrokenTurnsMax
            ? Mosquitto.ErrorConnectionLost
            : result;
    }

    /// <summary>The library reads few packets at a time: this saves a wait in between while there are more.</summary>
    private int ReadSome()
    {
        int result;
        long before;
        int turns = 0;
        do
        {
            before = _packetCount;
            result = Mosquitto.Read(handle, 1);
            parts.Received.Look();
        }
        while (result == Mosquitto.Success && _packetCount != before && ++turns < ReadTurnsMax
            && !parts.Received.IsFull && Mosquitto.Socket(handle) >= 0);
        return result;
    }
}
