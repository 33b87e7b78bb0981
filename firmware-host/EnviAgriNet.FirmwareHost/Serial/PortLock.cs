using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>
/// Keeps two sensors or programs from reading each other's answers off one port. The lock is advisory and goes with the descriptor,
/// also when the process is killed.
/// </summary>
internal static class PortLock
{
    /// <summary>Takes the lock of an open port; throws a <see cref="SerialLineException"/> when another has it.</summary>
    public static void Take(string port, int descriptor)
    {
        if (LibC.Lock(descriptor, LibC.LockExclusive | LibC.LockNonBlocking) != 0)
        {
            throw SerialLines.Fault(port, Marshal.GetLastPInvokeError(), "it cannot be locked");
        }
    }
}
