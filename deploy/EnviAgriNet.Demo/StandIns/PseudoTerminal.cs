using System.Runtime.InteropServices;

namespace EnviAgriNet.Demo.StandIns;

/// <summary>
/// The far end of a serial line: a program opens <see cref="Path"/> as if a sensor were connected to it, and what it writes is heard
/// here. Bytes are heard on one thread, one piece after the other.
/// </summary>
public sealed unsafe partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControl = 0x100;
    private const int CloseOnExec = 0x80000;
    private const int PathBytes = 64;
    private const int TermiosBytes = 256;
    private const int LookMs = 50;
    private const short In = 0x1;
    private const string LibC = "libc";

    private readonly Action<PseudoTerminal, byte[]> _heard;
    private readonly Thread _ear;
    private readonly int _far;
    private readonly int _near;
    private volatile bool _isGone;

    /// <summary>Opens a line; it lasts until it is disposed, whoever opens and closes its other end.</summary>
    /// <param name="heard">Gets what the program writes, in pieces of any size.</param>
    public PseudoTerminal(Action<PseudoTerminal, byte[]> heard)
    {
        _heard = heard;
        _far = Checked(OpenMaster(ReadWrite | NoControl | CloseOnExec));
        _ = Checked(Grant(_far));
        _ = Checked(Unlock(_far));
        byte* path = stackalloc byte[PathBytes];
        _ = Checked(-Math.Abs(SlavePath(_far, path, PathBytes)));
        Path = Marshal.PtrToStringUTF8((nint)path)!;

        // Held open, so that the line does not hang up each time the program closes it; raw, so that it passes bytes as they are.
        _near = Checked(Open(Path, ReadWrite | NoControl | CloseOnExec));
        byte* termios = stackalloc byte[TermiosBytes];
        _ = Checked(GetTerminal(_near, termios));
        MakeRaw(termios);
        _ = Checked(SetTerminal(_near, 0, termios));
        _ear = new Thread(Listen) { IsBackground = true, Name = "pseudo-terminal" };
        _ear.Start();
    }

    /// <summary>What the program opens.</summary>
    public string Path { get; }

    /// <summary>Lets the program read these bytes. Those that find no room, because nobody reads, are lost as on a wire.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            if (!_isGone)
            {
                _ = Write(_far, first, (nuint)bytes.Length);
            }
        }
    }

    /// <summary>Pulls the plug: the program finds the line hung up and its name gone.</summary>
    public void Dispose()
    {
        if (!_isGone)
        {
            _isGone = true;
            if (Thread.CurrentThread != _ear)
            {
                _ear.Join();
            }

            _ = Close(_far);
            _ = Close(_near);
        }
    }

    [LibraryImport(LibC, EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport(LibC, EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(int descriptor);

    [LibraryImport(LibC, EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int descriptor);

    [LibraryImport(LibC, EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int SlavePath(int descriptor, byte* path, nuint size);

    [LibraryImport(LibC, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(LibC, EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport(LibC, EntryPoint = "poll")]
    private static partial int Poll(PollEntry* entries, nuint count, int timeoutMs);

    [LibraryImport(LibC, EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport(LibC, EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport(LibC, EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetTerminal(int descriptor, byte* termios);

    [LibraryImport(LibC, EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetTerminal(int descriptor, int when, byte* termios);

    [LibraryImport(LibC, EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(byte* termios);

    private static int Checked(int result) =>
        result >= 0 ? result : throw new IOException($"No pseudo-terminal: error {Marshal.GetLastPInvokeError()}");

    private void Listen()
    {
        byte[] buffer = new byte[512];
        while (!_isGone)
        {
            PollEntry entry = new() { Descriptor = _far, Wanted = In };
            if (Poll(&entry, 1, LookMs) <= 0)
            {
                continue;
            }

            fixed (byte* first = buffer)
            {
                nint read = Read(_far, first, (nuint)buffer.Length);
                if (read > 0)
                {
                    _heard(this, buffer[..(int)read]);
                }
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }
}
