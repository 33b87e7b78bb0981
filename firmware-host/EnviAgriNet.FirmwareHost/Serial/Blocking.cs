namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>
/// Runs what blocks on a bus for milliseconds to seconds on a thread of its own, so that the few threads of the pool stay free for
/// everything else. Not meant for what happens many times a second.
/// </summary>
internal static class Blocking
{
    /// <summary>Runs it to its end; cancelling only keeps it from being started.</summary>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancel) =>
        Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
