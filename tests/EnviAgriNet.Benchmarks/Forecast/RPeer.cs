using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>R's package forecast: ets, auto.arima, thetaf with their defaults. It counts its own processor time, without its start.</summary>
/// <param name="Version">Of R and of the package.</param>
/// <param name="CpuSeconds">By method: ets, auto.arima, thetaf.</param>
/// <param name="Forecasts">By origin, then by method, then by step.</param>
internal sealed record RPeer(string Version, IReadOnlyList<double> CpuSeconds, IReadOnlyList<IReadOnlyList<double[]>> Forecasts)
{
    public static readonly string[] Methods = ["ets", "auto.arima", "thetaf"];

    private const string Script = """
        suppressMessages(library(forecast))
        cpu <- c(0, 0, 0)
        models <- list(
          function(y, h) forecast(ets(y), h = h, level = 95)$mean,
          function(y, h) forecast(auto.arima(y), h = h, level = 95)$mean,
          function(y, h) thetaf(y, h = h, level = 95)$mean)
        for (line in readLines("origins.txt")) {
          words <- strsplit(line, " ")[[1]]
          h <- as.integer(words[2])
          y <- na.interp(ts(as.numeric(words[-(1:2)]), frequency = as.integer(words[1])))
          for (m in 1:3) {
            begin <- sum(proc.time()[1:2])
            said <- suppressWarnings(models[[m]](y, h))
            cpu[m] <- cpu[m] + sum(proc.time()[1:2]) - begin
            cat(sprintf("%.10g", said), "\n")
          }
        }
        cat(cpu, "\n")
        cat(as.character(getRversion()), as.character(packageVersion("forecast")), "\n")
        """;

    private static readonly TimeSpan LimitSpan = TimeSpan.FromMinutes(30);

    public static RPeer Run(IReadOnlyList<Origin> origins)
    {
        using TempFolder folder = new();
        folder.Write("origins.txt", string.Join('\n', origins.Select(Line)) + "\n");
        string script = folder.Write("peer.R", Script);
        string[] lines = Tool.Run("Rscript", "r-cran-forecast", folder.At("."), LimitSpan, "--vanilla", script)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length != (origins.Count * Methods.Length) + 2)
        {
            throw new BenchmarkException($"R answered {lines.Length} lines for {origins.Count} origins");
        }

        double[][] rows = [.. lines.SkipLast(1).Select(Numbers)];
        string[] versions = lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new RPeer($"R {versions[0]}, forecast {versions[1]}", rows[^1], [.. rows.SkipLast(1).Chunk(Methods.Length)]);
    }

    // Years of weeks or days are more states than ets can hold; without them R's three are what is usual for such series.
    private static string Line(Origin origin) => string.Join(
        ' ',
        [
            origin.Series.Frequency == Frequency.Monthly ? "12" : "1",
            origin.Came.Length.ToString(CultureInfo.InvariantCulture),
            .. origin.Known.Select(v => v?.ToString("R", CultureInfo.InvariantCulture) ?? "NA"),
        ]);

    private static double[] Numbers(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
}
