using System.Runtime.InteropServices;

namespace EnviAgriNet.Mqtt.Native;

/// <summary>
/// The native boundary: libmosquitto 2.0, and the four calls of the C library that wait on its socket. A handle is
/// used by one thread only. The library's own loop is not used: it waits with select(), which cannot watch the
/// descriptors above 1023 that a busy server hands out.
/// </summary>
internal static unsafe partial class Mosquitto
{
    public const int Success = 0;
    public const int ErrorNoConnection = 4;
    public const int ErrorConnectionLost = 7;
    public const int ErrorErrno = 14;

    public const int OptionProtocolVersion = 1;
    public const int OptionReceiveMaximum = 4;
    public const int OptionSendMaximum = 5;
    public const int OptionTcpNoDelay = 11;

    public const int ProtocolV311 = 4;
    public const int ProtocolV5 = 5;

    public const int PropertySessionExpiry = 17;
    public const int PropertyServerKeepAlive = 19;

    public const short PollIn = 0x1;
    public const short PollOut = 0x4;
    public const short PollError = 0x8;
    public const short PollHangUp = 0x10;
    public const short PollInvalid = 0x20;

    public const int EventNonBlocking = 0x800;
    public const int EventCloseOnExec = 0x80000;

    private const string Library = "libmosquitto.so.1";
    private const string LibC = "libc";

    [LibraryImport(Library, EntryPoint = "mosquitto_lib_init")]
    public static partial int LibraryInit();

    [LibraryImport(Library, EntryPoint = "mosquitto_strerror")]
    public static partial nint ErrorText(int error);

    [LibraryImport(Library, EntryPoint = "mosquitto_reason_string")]
    public static partial nint ReasonText(int reasonCode);

    [LibraryImport(Library, EntryPoint = "mosquitto_connack_string")]
    public static partial nint ConnackText(int code);

    [LibraryImport(Library, EntryPoint = "mosquitto_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint New(string? id, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint context);

    [LibraryImport(Library, EntryPoint = "mosquitto_destroy")]
    public static partial void Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "mosquitto_int_option")]
    public static partial int SetOption(nint handle, int option, int value);

    [LibraryImport(Library, EntryPoint = "mosquitto_will_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetWill(
        nint handle, string topic, int length, byte* payload, int quality, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, EntryPoint = "mosquitto_username_pw_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetUser(nint handle, string username, string? password);

    [LibraryImport(Library, EntryPoint = "mosquitto_tls_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetTls(
        nint handle, string caFile, string? caPath, string? certificateFile, string? keyFile, nint passwordCallback);

    [LibraryImport(Library, EntryPoint = "mosquitto_connect_bind_v5", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ConnectBlocking(
        nint handle, string? host, int port, int keepAliveSeconds, string? bindAddress, nint properties);

    [LibraryImport(
        Library,
        EntryPoint = "mosquitto_connect_async",
        StringMarshalling = StringMarshalling.Utf8,
        SetLastError = true)]
    public static partial int Connect(nint handle, string host, int port, int keepAliveSeconds);

    [LibraryImport(Library, EntryPoint = "mosquitto_disconnect", SetLastError = true)]
    public static partial int Disconnect(nint handle);

    [LibraryImport(
        Library, EntryPoint = "mosquitto_publish", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Publish(
        nint handle,
        out int messageId,
        string topic,
        int length,
        byte* payload,
        int quality,
        [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(
        Library, EntryPoint = "mosquitto_subscribe", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Subscribe(nint handle, out int messageId, string filter, int quality);

    [LibraryImport(
        Library, EntryPoint = "mosquitto_unsubscribe", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Unsubscribe(nint handle, out int messageId, string filter);

    [LibraryImport(Library, EntryPoint = "mosquitto_socket")]
    public static partial int Socket(nint handle);

    [LibraryImport(Library, EntryPoint = "mosquitto_want_write")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WantsWrite(nint handle);

    [LibraryImport(Library, EntryPoint = "mosquitto_loop_read", SetLastError = true)]
    public static partial int Read(nint handle, int packetsMax);

    [LibraryImport(Library, EntryPoint = "mosquitto_loop_write", SetLastError = true)]
    public static partial int Write(nint handle, int packetsMax);

    [LibraryImport(Library, EntryPoint = "mosquitto_property_add_int32")]
    public static partial int AddProperty(ref nint properties, int identifier, uint value);

    [LibraryImport(Library, EntryPoint = "mosquitto_property_read_int16")]
    public static partial nint ReadProperty(
        nint properties, int identifier, out ushort value, [MarshalAs(UnmanagedType.U1)] bool skipFirst);

    [LibraryImport(Library, EntryPoint = "mosquitto_property_free_all")]
    public static partial void FreeProperties(ref nint properties);

    [LibraryImport(Library, EntryPoint = "mosquitto_connect_v5_callback_set")]
    public static partial void OnConnect(
        nint handle, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_disconnect_v5_callback_set")]
    public static partial void OnDisconnect(
        nint handle, delegate* unmanaged[Cdecl]<nint, nint, int, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_publish_v5_callback_set")]
    public static partial void OnPublish(
        nint handle, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_message_v5_callback_set")]
    public static partial void OnMessage(
        nint handle, delegate* unmanaged[Cdecl]<nint, nint, Message*, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_subscribe_callback_set")]
    public static partial void OnSubscribe(
        nint handle, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, void> callback);

    /// <summary>Takes the error that a socket broke with, to be described; <see cref="ErrorErrno"/>, or a lost connection if it has none.</summary>
    public static int FailOf(int descriptor)
    {
        const int SocketLevel = 1;
        const int SocketError = 4;
        int error = 0;
        int length = sizeof(int);
        if (GetSocketOption(descriptor, SocketLevel, SocketError, &error, &length) != 0 || error == 0)
        {
            return ErrorConnectionLost;
        }

        Marshal.SetLastPInvokeError(error);
        return ErrorErrno;
    }

    [LibraryImport(LibC, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, nuint count, int timeoutMs);

    [LibraryImport(LibC, EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetSocketOption(int descriptor, int level, int option, int* value, int* length);

    [LibraryImport(LibC, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventCreate(uint value, int flags);

    [LibraryImport(LibC, EntryPoint = "read")]
    public static partial nint EventRead(int descriptor, ulong* value, nuint length);

    [LibraryImport(LibC, EntryPoint = "write")]
    public static partial nint EventWrite(int descriptor, ulong* value, nuint length);

    [LibraryImport(LibC, EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>The library's own words for an error it returned, read right after the call.</summary>
    public static string Describe(int error)
    {
        // The library reports errors of the system as "see errno".
        int errno = Marshal.GetLastPInvokeError();
        return error == ErrorErrno ? Marshal.GetPInvokeErrorMessage(errno) : Text(ErrorText(error));
    }

    /// <summary>The library's words for a reason code; 3.1.1 has its own small numbers for a refused connect.</summary>
    public static string DescribeConnack(int code) =>
        Text(code < ReasonCodes.RefusedFrom ? ConnackText(code) : ReasonText(code)).TrimEnd('.');

    /// <summary>The library's words for a reason code.</summary>
    public static string DescribeReason(int code) => Text(ReasonText(code)).TrimEnd('.');

    private static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? string.Empty;

    /// <summary>
    /// struct mosquitto_message; its memory belongs to the library and lives as long as the callback.
    /// </summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public int Id;
        public nint Topic;
        public byte* Payload;
        public int Length;
        public int Quality;
        public byte Retain;
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}
