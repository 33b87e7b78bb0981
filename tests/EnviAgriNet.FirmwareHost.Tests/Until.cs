namespace EnviAgriNet.FirmwareHost.Tests;

/// <summary>Waits for a state, with a limit that says what it waited for.</summary>
internal static class Until
{
    private static readonly TimeSpan LimitMax = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, Func<string> what)
    {
        using CancellationTokenSource limit = new(LimitMax);
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            try
            {
                await look.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Waited {LimitMax.TotalSeconds} s for {what()}", e);
            }
        }
    }
}
