using System.Runtime.InteropServices;

namespace EnviAgriNet.FirmwareHost.Serial.Native;

/// <summary>The native boundary of libserialport 0.1. A port is used by one thread at a time.</summary>
internal static unsafe partial class LibSerialPort
{
    public const int Ok = 0;
    public const int ErrorArgument = -1;
    public const int ModeReadWrite = 3;
    public const int ParityNone = 0;
    public const int FlowControlNone = 0;
    public const int BufferInput = 1;

    private const string Library = "libserialport.so.0";

    [LibraryImport(Library, EntryPoint = "sp_get_port_by_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Find(string name, out nint port);

    [LibraryImport(Library, EntryPoint = "sp_free_port")]
    public static partial void Free(nint port);

    [LibraryImport(Library, EntryPoint = "sp_open")]
    public static partial int Open(nint port, int mode);

    [LibraryImport(Library, EntryPoint = "sp_close")]
    public static partial int Close(nint port);

    [LibraryImport(Library, EntryPoint = "sp_get_port_handle")]
    public static partial int Handle(nint port, out int descriptor);

    [LibraryImport(Library, EntryPoint = "sp_set_baudrate")]
    public static partial int SetBaud(nint port, int baud);

    [LibraryImport(Library, EntryPoint = "sp_set_bits")]
    public static partial int SetBits(nint port, int bits);

    [LibraryImport(Library, EntryPoint = "sp_set_parity")]
    public static partial int SetParity(nint port, int parity);

    [LibraryImport(Library, EntryPoint = "sp_set_stopbits")]
    public static partial int SetStopBits(nint port, int bits);

    [LibraryImport(Library, EntryPoint = "sp_set_flowcontrol")]
    public static partial int SetFlowControl(nint port, int flowControl);

    [LibraryImport(Library, EntryPoint = "sp_flush")]
    public static partial int Flush(nint port, int buffers);

    [LibraryImport(Library, EntryPoint = "sp_blocking_read_next")]
    public static partial int ReadNext(nint port, byte* buffer, nuint count, uint timeoutMs);

    [LibraryImport(Library, EntryPoint = "sp_blocking_write")]
    public static partial int Write(nint port, byte* buffer, nuint count, uint timeoutMs);

    [LibraryImport(Library, EntryPoint = "sp_last_error_code")]
    public static partial int LastErrorCode();

    [LibraryImport(Library, EntryPoint = "sp_last_error_message")]
    public static partial nint LastErrorMessage();

    [LibraryImport(Library, EntryPoint = "sp_free_error_message")]
    public static partial void FreeErrorMessage(nint message);
}
