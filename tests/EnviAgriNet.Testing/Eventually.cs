using System.Diagnostics;

namespace EnviAgriNet.Testing;

/// <summary>Waits on a state, with a limit that says what it waited for.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns as soon as the state holds.</summary>
    public static async Task HoldsAsync(string what, TimeSpan limit, Func<Task<bool>> state)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await state())
        {
            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                throw new TimeoutException($"waited {limit.TotalSeconds:0.#} s for: {what}");
            }

            await Task.Delay(Step);
        }
    }

    /// <summary>Returns as soon as the state holds.</summary>
    public static Task HoldsAsync(string what, TimeSpan limit, Func<bool> state) =>
        HoldsAsync(what, limit, () => Task.FromResult(state()));
}
