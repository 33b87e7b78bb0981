namespace EnviAgriNet.Demo.Field;

/// <summary>Waits on states of real processes, with limits that say what was awaited.</summary>
public static class Awaiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until nothing is lacking.</summary>
    /// <param name="what">What is awaited; stands in the message of a failure.</param>
    /// <param name="limit">How long to wait at most.</param>
    /// <param name="lacks">Says what is still lacking, or null when the state is reached. A transport error counts as lacking.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FieldException">The limit passed.</exception>
    public static async Task UntilAsync(
        string what, TimeSpan limit, Func<CancellationToken, Task<string?>> lacks, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            string? lacking = await AskAsync(lacks, cancellationToken);
            if (lacking is null)
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                throw new FieldException($"Waited {limit.TotalSeconds:0} s for {what}; still: {lacking}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<string?> AskAsync(
        Func<CancellationToken, Task<string?>> lacks, CancellationToken cancellationToken)
    {
        try
        {
            return await lacks(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return e.Message;
        }
    }
}
