using System.Runtime.InteropServices;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus.Native;

/// <summary>The native boundary of libmodbus 3.1. A context is used by one thread at a time; errors are in errno.</summary>
internal static unsafe partial class LibModbus
{
    /// <summary>The library's own error numbers begin here; the first eleven are the exceptions of the protocol.</summary>
    public const int ErrorBase = 112_345_678;
    public const int ErrorIllegalFunction = ErrorBase + 1;
    public const int ErrorIllegalAddress = ErrorBase + 2;
    public const int ErrorIllegalValue = ErrorBase + 3;
    public const int ErrorUnitFailure = ErrorBase + 4;
    public const int ErrorUnitBusy = ErrorBase + 6;
    public const int ErrorGatewayTarget = ErrorBase + 11;
    public const int ErrorBadChecksum = ErrorGatewayTarget + 1;
    public const int ErrorBadContent = ErrorGatewayTarget + 2;
    public const int ErrorBadUnit = ErrorGatewayTarget + 6;

    public const int ErrorTimeOut = 110;

    private const string Library = "libmodbus.so.5";

    [LibraryImport(Library, EntryPoint = "modbus_new_rtu", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewSerial(string port, int baud, byte parity, int dataBits, int stopBits);

    [LibraryImport(Library, EntryPoint = "modbus_new_tcp_pi", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewNetwork(string host, string service);

    [LibraryImport(Library, EntryPoint = "modbus_connect", SetLastError = true)]
    public static partial int Connect(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_get_socket", SetLastError = true)]
    public static partial int Descriptor(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_close")]
    public static partial void Close(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_free")]
    public static partial void Free(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_set_slave", SetLastError = true)]
    public static partial int SetUnit(nint context, int unit);

    [LibraryImport(Library, EntryPoint = "modbus_set_response_timeout", SetLastError = true)]
    public static partial int SetAnswerLimit(nint context, uint seconds, uint microseconds);

    [LibraryImport(Library, EntryPoint = "modbus_set_byte_timeout", SetLastError = true)]
    public static partial int SetByteLimit(nint context, uint seconds, uint microseconds);

    [LibraryImport(Library, EntryPoint = "modbus_flush", SetLastError = true)]
    public static partial int Flush(nint context);

    [LibraryImport(Library, EntryPoint = "modbus_read_registers", SetLastError = true)]
    public static partial int ReadHolding(nint context, int address, int count, ushort* values);

    [LibraryImport(Library, EntryPoint = "modbus_read_input_registers", SetLastError = true)]
    public static partial int ReadInput(nint context, int address, int count, ushort* values);

    [LibraryImport(Library, EntryPoint = "modbus_write_register", SetLastError = true)]
    public static partial int Write(nint context, int address, ushort value);

    [LibraryImport(Library, EntryPoint = "modbus_strerror")]
    public static partial nint ErrorText(int error);
}
