using System.ComponentModel;
using System.Diagnostics;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Plays the clips of a folder by a program of the system. One at a time: a new one ends the one before.</summary>
internal sealed partial class ClipPlayer(string folder, string player, string? device, ILogger<ClipPlayer> logger) : IClipPlayer
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _playing;

    /// <inheritdoc/>
    public string? FaultOf(string clip) => File.Exists(FileOf(clip)) ? null : $"there is no clip '{clip}': {FileOf(clip)} is missing";

    /// <inheritdoc/>
    public void Play(string clip, int times)
    {
        lock (_gate)
        {
            _playing?.Cancel();
            _playing = null;
            if (clip.Length > 0)
            {
                CancellationTokenSource mine = _playing = new CancellationTokenSource();
                _ = Task.Run(() => PlayAsync(FileOf(clip), times, mine));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Play(string.Empty, 0);

    private string FileOf(string clip) => Path.Combine(folder, clip + ".wav");

    private async Task PlayAsync(string file, int times, CancellationTokenSource until)
    {
        try
        {
            for (int i = 0; i < times; i++)
            {
                using Process process = Process.Start(new ProcessStartInfo(player, device is null ? ["-q", file] : ["-q", "-D", device, file]))!;
                try
                {
                    await process.WaitForExitAsync(until.Token);
                }
                catch (OperationCanceledException)
                {
                    process.Kill(entireProcessTree: true);
                    return;
                }

                if (process.ExitCode != 0)
                {
                    LogFailed(player, file, $"it ended with {process.ExitCode}");
                    return;
                }
            }
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            LogFailed(player, file, e.Message);
        }
        finally
        {
            lock (_gate)
            {
                if (_playing == until)
                {
                    _playing = null;
                }
            }

            until.Dispose();
        }
    }

    [LoggerMessage(EventId = 2181, Level = LogLevel.Error, Message = "{Player} could not play {File}: {Reason}")]
    private partial void LogFailed(string player, string file, string reason);
}
