using EnviAgriNet.FirmwareHost.Sensors.SerialDust;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Tests.Serial;

/// <summary>
/// What the test program does when it is run by itself: asks a dust sensor for values. Its environment can then be one that this
/// process must not have.
/// </summary>
internal static class SerialProbe
{
    private const int Faulted = 3;

    private static async Task<int> Main(string[] arguments)
    {
        string port = arguments[0];
        try
        {
            using ISerialLine line = SerialLines.Open(port, 9600);
            Console.WriteLine(line.GetType().Name);
            using DustTalk talk = new(line, new Plantower("pms5003"), port, isListening: false, TimeProvider.System, TimeProvider.System);
            await talk.WakeAsync(CancellationToken.None);
            for (int i = 1; i < arguments.Length; i++)
            {
                Console.WriteLine((await talk.SampleAsync(CancellationToken.None)).Pm25);
            }

            // Tells the test that it may pull the plug; the answers to what follows are the exit code.
            Console.WriteLine("sampled");
            Console.ReadLine();
            await talk.SampleAsync(CancellationToken.None);
            return 0;
        }
        catch (SerialLineException e)
        {
            Console.WriteLine($"{e.Trouble}: {e.Message}");
            return Faulted;
        }
    }
}
