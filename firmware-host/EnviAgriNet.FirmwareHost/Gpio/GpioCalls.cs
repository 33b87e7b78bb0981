using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>
/// The kernel's character device for GPIO lines, version 2 (linux/gpio.h, Linux 5.10 and later): its layouts are the same on every
/// processor. The calls are looked up in the program itself, so that a preloaded library may stand in for them.
/// </summary>
internal static unsafe partial class GpioCalls
{
    public const ulong ActiveLow = 1 << 1;
    public const ulong Input = 1 << 2;
    public const ulong Output = 1 << 3;
    public const ulong RisingEdge = 1 << 4;
    public const ulong FallingEdge = 1 << 5;
    public const ulong PullUp = 1 << 8;
    public const ulong PullDown = 1 << 9;
    public const ulong NoBias = 1 << 10;
    public const uint DebounceAttribute = 3;

    public const nuint AskChip = 0x8044B401;
    public const nuint AskLine = 0xC250B407;
    public const nuint SetLine = 0xC010B40F;

    private const string Program = "program";

    static GpioCalls() => NativeLibrary.SetDllImportResolver(
        typeof(GpioCalls).Assembly, (name, _, _) => name == Program ? NativeLibrary.GetMainProgramHandle() : 0);

    [LibraryImport(Program, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode);

    [LibraryImport(Program, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, void* argument);

    /// <summary>What a line is asked for with.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 592)]
    public struct LineRequest
    {
        [FieldOffset(0)]
        public uint Line;

        [FieldOffset(256)]
        public ConsumerName Consumer;

        [FieldOffset(288)]
        public ulong Flags;

        [FieldOffset(296)]
        public uint Attributes;

        [FieldOffset(320)]
        public uint Attribute;

        [FieldOffset(328)]
        public uint Microseconds;

        [FieldOffset(336)]
        public ulong Lines;

        [FieldOffset(560)]
        public uint LineCount;

        [FieldOffset(564)]
        public uint BufferedEdges;

        [FieldOffset(588)]
        public int Descriptor;
    }

    /// <summary>The state that lines are given, and which of them.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineValues
    {
        public ulong Bits;
        public ulong Mask;
    }

    /// <summary>An edge as the kernel tells it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 48)]
    public struct LineEvent
    {
        /// <summary>Nanoseconds of the machine's monotonic clock, taken in the interrupt.</summary>
        [FieldOffset(0)]
        public ulong At;

        /// <summary>The number of the edge on its line, from 1; one that is left out was not kept by the kernel.</summary>
        [FieldOffset(20)]
        public uint Number;
    }

    /// <summary>What a chip says of itself.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 68)]
    public struct ChipInfo
    {
        [FieldOffset(32)]
        public ConsumerName Label;

        [FieldOffset(64)]
        public uint Lines;
    }

    /// <summary>A name of up to 31 characters.</summary>
    [InlineArray(32)]
    public struct ConsumerName
    {
        private byte _first;
    }
}
