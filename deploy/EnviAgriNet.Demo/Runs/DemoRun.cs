using System.Runtime.InteropServices;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Demo.Runs;

/// <summary>One run of the demo from the first process to the last, whichever way it ends.</summary>
internal sealed class DemoRun(DemoCall call, IConsole console)
{
    private const int TailLines = 15;

    /// <summary>Runs it; the result is the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using PosixSignalRegistration interrupt = StopOn(PosixSignal.SIGINT, stopping);
        using PosixSignalRegistration terminate = StopOn(PosixSignal.SIGTERM, stopping);
        using PosixSignalRegistration hangUp = StopOn(PosixSignal.SIGHUP, stopping);
        try
        {
            ProgramFiles programs = ProgramFiles.Beside(AppContext.BaseDirectory);
            using FieldFolder folder = call.Folder is null ? FieldFolder.Temporary() : FieldFolder.Kept(call.Folder);
            await using FieldNetwork network = new(programs, folder, call.Port);
            return await RunInAsync(network, stopping.Token);
        }
        catch (FieldException e)
        {
            console.Error(e.Message);
            return ExitCodes.Failed;
        }
        catch (FormatException e)
        {
            console.Error(e.Message);
            return ExitCodes.Usage;
        }
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The processes are stopped in order instead of with this one.
            context.Cancel = true;
            try
            {
                stopping.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // Another signal after the run has ended.
            }
        });

    private async Task<int> RunInAsync(FieldNetwork network, CancellationToken cancellationToken)
    {
        try
        {
            if (!call.IsOnce)
            {
                return await new LiveRun(call, network, console).RunAsync(cancellationToken);
            }

            OnceRun once = new(network, console, call.IsJson);
            return call.Replay is { } replay
                ? await once.ReplayAsync(replay, call.Speed ?? OnceRun.ReplaySpeedDefault, cancellationToken)
                : await once.SimulateAsync(call.Speed ?? OnceRun.SpeedDefault, call.Seed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Error("Stopping");
            await network.StopAsync(CancellationToken.None);
            // Until Ctrl-C is what the live run was asked for; a run that should end by itself has not done so.
            return call.IsOnce ? ExitCodes.Failed : ExitCodes.Ok;
        }
        catch (FieldException)
        {
            console.Error(network.Tails(TailLines));
            throw;
        }
    }
}
