using System.Globalization;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>What the caller asked for: <c>NAME [--seconds S] [--json] [--only PART] [--data FOLDER]</c>.</summary>
/// <param name="Name">Which benchmark.</param>
/// <param name="Seconds">About how long each measured part may take; null for the benchmark's own choice.</param>
/// <param name="IsJson">Whether the last line is the result as JSON.</param>
/// <param name="Only">One part of the benchmark, to look at it closely; its figures are printed and not kept. Null for all.</param>
/// <param name="Data">The folder of recordings for a benchmark that reads them; null for the usual one.</param>
internal sealed record BenchCall(string Name, double? Seconds, bool IsJson, string? Only, string? Data = null)
{
    /// <summary>Reads the arguments, or throws with the usage.</summary>
    public static BenchCall Parse(IReadOnlyList<string> args)
    {
        string? name = null;
        double? seconds = null;
        bool json = false;
        string? only = null;
        string? data = null;
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == "--json")
            {
                json = true;
            }
            else if (args[i] == "--seconds" && i + 1 < args.Count && double.TryParse(
                args[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double s) && s is > 0 and <= 600)
            {
                seconds = s;
                i++;
            }
            else if (args[i] == "--only" && i + 1 < args.Count)
            {
                only = args[++i];
            }
            else if (args[i] == "--data" && i + 1 < args.Count)
            {
                data = args[++i];
            }
            else if (name is null && !args[i].StartsWith('-'))
            {
                name = args[i];
            }
            else
            {
                throw new BenchmarkException(
                    $"'{args[i]}' is not understood. Usage: NAME [--seconds S] [--json] [--only PART] [--data FOLDER], S from 0 to 600");
            }
        }

        return new BenchCall(
            name ?? throw new BenchmarkException("Which benchmark? ingest, outbox, alert, dispatch, edge, packs, science, forecast, forecast-m4 or store"),
            seconds,
            json,
            only,
            data);
    }
}
