using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// One native instance, made anew for each connection so that nothing the library has queued outlives it. The
/// callbacks only hand over to the session, and run inside the session's own calls, on its thread.
/// </summary>
internal sealed unsafe class NativeConnection : IDisposable
{
    private const uint SessionExpiryNever = uint.MaxValue;

    private GCHandle _session;

    /// <summary>Makes the instance and tells it everything but to connect.</summary>
    /// <exception cref="LinkException">The library refuses a setting.</exception>
    public NativeConnection(Session session, LinkParts parts, LinkProtocol version)
    {
        LinkOptions options = parts.Options;
        _session = GCHandle.Alloc(session);
        string? id = options.ClientId.Length == 0 ? null : options.ClientId;
        Handle = Mosquitto.New(id, options.CleanSession, GCHandle.ToIntPtr(_session));
        if (Handle == 0)
        {
            _session.Free();
            throw new LinkException("The library has no memory for a connection", isTransient: true);
        }

        try
        {
            Configure(options, version);
            SetWill(parts.Will);
            SetCredentials(options);
            SetCallbacks();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public nint Handle { get; private set; }

    public void Dispose()
    {
        if (Handle != 0)
        {
            Mosquitto.Destroy(Handle);
            Handle = 0;
            _session.Free();
        }
    }

    private static void Check(int result, string what)
    {
        if (result != Mosquitto.Success)
        {
            throw new LinkException($"The library refuses {what}: {Mosquitto.Describe(result)}", isTransient: false);
        }
    }

    private void Configure(LinkOptions options, LinkProtocol version)
    {
        int protocol = version == LinkProtocol.V5 ? Mosquitto.ProtocolV5 : Mosquitto.ProtocolV311;
        Check(Mosquitto.SetOption(Handle, Mosquitto.OptionProtocolVersion, protocol), "the protocol");
        Check(Mosquitto.SetOption(Handle, Mosquitto.OptionSendMaximum, options.InFlightMax), "the window");
        Check(Mosquitto.SetOption(Handle, Mosquitto.OptionReceiveMaximum, Limits.ReceiveInFlightMax), "the maximum");
        Check(Mosquitto.SetOption(Handle, Mosquitto.OptionTcpNoDelay, 1), "the socket option");
        if (version == LinkProtocol.V5 && !options.CleanSession)
        {
            KeepSession();
        }
    }

    /// <summary>
    /// MQTT 5 ends a session with its connection unless it is told otherwise. The library takes that property with its
    /// blocking connect only; called without a host, that call keeps the property and goes no further.
    /// </summary>
    private void KeepSession()
    {
        nint properties = 0;
        Check(
            Mosquitto.AddProperty(ref properties, Mosquitto.PropertySessionExpiry, SessionExpiryNever),
            "the session's expiry");
        Mosquitto.ConnectBlocking(Handle, host: null, port: 0, keepAliveSeconds: 0, bindAddress: null, properties);
        Mosquitto.FreeProperties(ref properties);
    }

    private void SetWill(LinkWill? will)
    {
        if (will is not null)
        {
            fixed (byte* payload = will.Payload.Span)
            {
                Check(
                    Mosquitto.SetWill(
                        Handle, will.Topic, will.Payload.Length, payload, (int)will.Quality, will.Retain),
                    "the will");
            }
        }
    }

    private void SetCredentials(LinkOptions options)
    {
        if (!string.IsNullOrEmpty(options.CaFile))
        {
            string? certificate = string.IsNullOrEmpty(options.CertificateFile) ? null : options.CertificateFile;
            string? key = certificate is null ? null : options.KeyFile;
            Check(Mosquitto.SetTls(Handle, options.CaFile, null, certificate, key, 0), "the certificates");
        }

        if (!string.IsNullOrEmpty(options.Username))
        {
            Check(Mosquitto.SetUser(Handle, options.Username, ReadPassword(options.PasswordFile)), "the user name");
        }
    }

    private static string? ReadPassword(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LinkException("The password file cannot be read", isTransient: true, innerException: fault);
        }
    }

    private void SetCallbacks()
    {
        Mosquitto.OnConnect(Handle, &OnConnect);
        Mosquitto.OnDisconnect(Handle, &OnDisconnect);
        Mosquitto.OnPublish(Handle, &OnPublish);
        Mosquitto.OnMessage(Handle, &OnMessage);
        Mosquitto.OnSubscribe(Handle, &OnSubscribe);
    }

    private static Session Of(nint context) => (Session)GCHandle.FromIntPtr(context).Target!;

    // An exception must not unwind through native frames: each callback hands it to the session, which ends by it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(nint handle, nint context, int code, int flags, nint properties)
    {
        Session session = Of(context);
        try
        {
            bool isShorter = Mosquitto.ReadProperty(
                properties, Mosquitto.PropertyServerKeepAlive, out ushort seconds, skipFirst: false) != 0;
            session.OnConnack(code, isShorter && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null);
        }
        catch (Exception fault)
        {
            session.OnFault(fault);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDisconnect(nint handle, nint context, int code, nint properties)
    {
        Session session = Of(context);
        try
        {
            session.OnDisconnected(code);
        }
        catch (Exception fault)
        {
            session.OnFault(fault);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(nint handle, nint context, int messageId, int code, nint properties)
    {
        Session session = Of(context);
        try
        {
            session.OnPublished(messageId, code);
        }
        catch (Exception fault)
        {
            session.OnFault(fault);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint handle, nint context, Mosquitto.Message* message, nint properties)
    {
        Session session = Of(context);
        try
        {
            byte[] payload = new ReadOnlySpan<byte>(message->Payload, message->Length).ToArray();
            string topic = Marshal.PtrToStringUTF8(message->Topic) ?? string.Empty;
            session.OnMessage(new LinkMessage(topic, payload, message->Retain != 0));
        }
        catch (Exception fault)
        {
            session.OnFault(fault);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(nint handle, nint context, int messageId, int count, int* granted)
    {
        Session session = Of(context);
        try
        {
            session.OnSubscribed(messageId, count > 0 ? granted[0] : ReasonCodes.RefusedFrom);
        }
        catch (Exception fault)
        {
            session.OnFault(fault);
        }
    }
}
