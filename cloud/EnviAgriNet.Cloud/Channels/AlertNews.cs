namespace EnviAgriNet.Cloud.Channels;

/// <summary>Tells any number of listeners that the alerts changed. Safe for use by several threads.</summary>
internal sealed class AlertNews
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next change. Take it before reading the alerts, so that no change slips between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Tells of a change.</summary>
    public void Tell() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
