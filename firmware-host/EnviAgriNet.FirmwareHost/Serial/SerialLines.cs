using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>
/// Opens serial ports: those of the kernel's drivers with libserialport, and terminals without a driver behind them, such as the one
/// that <c>socat</c> makes for a serial server on the network, with the C library, because libserialport refuses these.
/// </summary>
internal static class SerialLines
{
    private const string PseudoTerminals = "/dev/pts/";

    /// <summary>Opens a port, or says in a <see cref="SerialLineException"/> what keeps it from being opened.</summary>
    /// <param name="port">The path of the port; a link such as <c>/dev/serial/by-id/...</c> is followed.</param>
    /// <param name="baud">Bits a second; a terminal without a driver has no speed.</param>
    public static ISerialLine Open(string port, int baud)
    {
        // The libraries look a port up by the name that its driver gave it, not by a link to it.
        string driver = Resolve(port);
        return driver.StartsWith(PseudoTerminals, StringComparison.Ordinal)
            ? TerminalLine.Open(port, driver)
            : SerialPortLine.Open(port, driver, baud);
    }

    /// <summary>The sentence for an error number that opening or using a port gave.</summary>
    public static SerialLineException Fault(string port, int error, string text) => error switch
    {
        LibC.ErrorNoEntry or LibC.ErrorNoDevice or LibC.ErrorNoAddress => new(
            SerialTrouble.Missing, $"{port} is not there: is the adapter plugged in? 'eag-firmware scan' lists the ports that are"),
        LibC.ErrorAccess or LibC.ErrorPermission => new(
            SerialTrouble.Denied, $"{port} may not be opened by this user: add it to the group 'dialout' and log in again"),
        LibC.ErrorBusy or LibC.ErrorAgain => new(
            SerialTrouble.Busy, $"{port} is in use by another sensor or program: each port belongs to one"),
        LibC.ErrorInputOutput => new(SerialTrouble.Missing, $"{port} went away: was the adapter pulled out?"),
        _ => new(SerialTrouble.Failing, $"{port} does not work: {text} (error {error})"),
    };

    private static string Resolve(string port)
    {
        try
        {
            return File.ResolveLinkTarget(port, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(port);
        }
        catch (IOException)
        {
            throw Fault(port, LibC.ErrorNoEntry, string.Empty);
        }
    }
}
