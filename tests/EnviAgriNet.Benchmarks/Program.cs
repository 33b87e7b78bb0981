using EnviAgriNet.Benchmarks;
using EnviAgriNet.Benchmarks.Alert;
using EnviAgriNet.Benchmarks.Dispatch;
using EnviAgriNet.Benchmarks.Edge;
using EnviAgriNet.Benchmarks.Forecast;
using EnviAgriNet.Benchmarks.ForecastM4;
using EnviAgriNet.Benchmarks.Ingest;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Outbox;
using EnviAgriNet.Benchmarks.Packs;
using EnviAgriNet.Benchmarks.Pages;
using EnviAgriNet.Benchmarks.Science;

if (args is ["store", .. string[] storeArgs])
{
    return StoreBench.Run(storeArgs);
}

if (args is ["judging"])
{
    return await JudgingBench.RunAsync();
}

try
{
    BenchCall call = BenchCall.Parse(args);
    switch (call.Name)
    {
        case "ingest":
            await IngestBench.RunAsync(call);
            break;
        case "outbox":
            await OutboxBench.RunAsync(call);
            break;
        case "alert":
            await AlertBench.RunAsync(call);
            break;
        case "dispatch":
            await DispatchBench.RunAsync(call);
            break;
        case "edge":
            await EdgeBench.RunAsync(call);
            break;
        case "packs":
            await PacksBench.RunAsync(call);
            break;
        case "pages":
            await PagesBench.RunAsync(call);
            break;
        case "science":
            await ScienceBench.RunAsync(call);
            break;
        case "forecast":
            await ForecastBench.RunAsync(call);
            break;
        case "forecast-m4":
            await ForecastM4Bench.RunAsync(call);
            break;
        default:
            throw new BenchmarkException(
                $"There is no benchmark '{call.Name}': ingest, outbox, alert, dispatch, edge, packs, pages, science, forecast, forecast-m4, store, judging");
    }

    return 0;
}
catch (BenchmarkException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
