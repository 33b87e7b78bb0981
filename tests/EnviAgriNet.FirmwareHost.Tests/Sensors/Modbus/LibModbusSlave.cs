using System.Runtime.InteropServices;
using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Modbus;

/// <summary>
/// A slave by libmodbus itself, ten holding registers with 1000 + 3n, so that its idea of the protocol is asked and not only ours.
/// Over a serial line its bytes go through two joined pseudo-terminals.
/// </summary>
internal sealed unsafe partial class LibModbusSlave : IDisposable
{
    private const string Library = "libmodbus.so.5";
    private const int FrameBytesMax = 260;
    private const int Registers = 10;

    private readonly nint _context;
    private readonly nint _map;
    private readonly List<IDisposable> _lines = [];
    private readonly Thread _thread;
    private volatile bool _isStopping;

    private LibModbusSlave(nint context, int unit, Action<LibModbusSlave> serve)
    {
        _context = context;
        _ = SetSlave(context, unit);
        _ = SetIndicationLimit(context, 0, 50_000);
        _map = NewMap(0, 0, Registers, 0);
        Mapping* map = (Mapping*)_map;
        for (int i = 0; i < Registers; i++)
        {
            map->Holding[i] = (ushort)(1000 + (3 * i));
        }

        _thread = new Thread(() => serve(this)) { IsBackground = true };
    }

    public string Port { get; private init; } = string.Empty;

    public int TcpPort { get; private init; }

    public static LibModbusSlave OnPseudoTerminal(int unit)
    {
        PseudoTerminal? far = null;
        PseudoTerminal near = new((_, bytes) => far!.Send(bytes));
        far = new PseudoTerminal((_, bytes) => near.Send(bytes));
        nint context = NewSerial(far.Path, 9600, (byte)'N', 8, 1);
        LibModbusSlave slave = new(context, unit, s => s.Serve()) { Port = near.Path };
        slave._lines.AddRange([near, far]);
        Assert.Equal(0, Connect(context));
        slave._thread.Start();
        return slave;
    }

    public static LibModbusSlave OnNetwork(int unit)
    {
        int port = FreePort.Next();
        nint context = NewNetwork("127.0.0.1", port);
        int listener = Listen(context, 1);
        Assert.True(listener >= 0, "the slave does not listen");
        LibModbusSlave slave = new(
            context,
            unit,
            s =>
            {
                if (Accept(s._context, ref listener) >= 0)
                {
                    s.Serve();
                }
            })
        { TcpPort = port };
        slave._thread.Start();
        return slave;
    }

    public void Dispose()
    {
        _isStopping = true;
        _thread.Join();
        Close(_context);
        Free(_context);
        FreeMap(_map);
        _lines.ForEach(l => l.Dispose());
    }

    private void Serve()
    {
        byte* question = stackalloc byte[FrameBytesMax];
        while (!_isStopping)
        {
            int length = Receive(_context, question);
            if (length > 0)
            {
                _ = Reply(_context, question, length, _map);
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "modbus_new_rtu", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NewSerial(string port, int baud, byte parity, int dataBits, int stopBits);

    [LibraryImport(Library, EntryPoint = "modbus_new_tcp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NewNetwork(string host, int port);

    [LibraryImport(Library, EntryPoint = "modbus_tcp_listen")]
    private static partial int Listen(nint context, int connections);

    [LibraryImport(Library, EntryPoint = "modbus_tcp_accept")]
    private static partial int Accept(nint context, ref int listener);

    [LibraryImport(Library, EntryPoint = "modbus_set_slave")]
    private static partial int SetSlave(nint context, int unit);

    [LibraryImport(Library, EntryPoint = "modbus_set_indication_timeout")]
    private static partial int SetIndicationLimit(nint context, uint seconds, uint microseconds);

    [LibraryImport(Library, EntryPoint = "modbus_connect")]
    private static partial int Connect(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_close")]
    private static partial void Close(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_free")]
    private static partial void Free(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_receive")]
    private static partial int Receive(nint context, byte* question);

    [LibraryImport(Library, EntryPoint = "modbus_reply")]
    private static partial int Reply(nint context, byte* question, int length, nint map);

    [LibraryImport(Library, EntryPoint = "modbus_mapping_new")]
    private static partial nint NewMap(int bits, int inputBits, int holding, int input);

    [LibraryImport(Library, EntryPoint = "modbus_mapping_free")]
    private static partial void FreeMap(nint map);

    [StructLayout(LayoutKind.Sequential)]
    private struct Mapping
    {
        public int Bits;
        public int BitsFrom;
        public int InputBits;
        public int InputBitsFrom;
        public int InputRegisters;
        public int InputRegistersFrom;
        public int HoldingRegisters;
        public int HoldingRegistersFrom;
        public nint BitTable;
        public nint InputBitTable;
        public ushort* Input;
        public ushort* Holding;
    }
}
