using System.Diagnostics;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Waits for a state, with a limit that says what it waited for.</summary>
internal static class Wait
{
    public static async Task UntilAsync(
        string what, TimeSpan limit, Func<Task<bool>> isTrue, params IReadOnlyList<ServerProcess> alive)
    {
        long begin = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            foreach (ServerProcess server in alive)
            {
                server.RequireAlive();
            }

            if (Stopwatch.GetElapsedTime(begin) > limit)
            {
                throw new BenchmarkException($"Waited {limit.TotalSeconds:F0} s in vain for {what}" + string.Concat(
                    alive.Select(s => $"{Environment.NewLine}--- last lines of {s.Name}{Environment.NewLine}{s.Tail()}")));
            }

            await Task.Delay(25);
        }
    }

    /// <summary>Waits until an HTTP address answers with success.</summary>
    public static Task UntilAnswersAsync(HttpClient http, string address, TimeSpan limit, ServerProcess server) =>
        UntilAsync($"{server.Name} to answer", limit, async () =>
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(new Uri(address));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, server);
}
