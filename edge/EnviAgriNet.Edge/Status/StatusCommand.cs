using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Edge.Status;

/// <summary><c>eag-edge status</c>: asks the running edge over its socket, else reads the outbox on disk.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan AnswerTimeMax = TimeSpan.FromSeconds(5);

    /// <summary>Makes the command.</summary>
    public static Command Create(ProgramOptions program, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "print the report as one line of JSON" };
        Option<bool> running = new("--running") { Description = "fail when the edge does not answer, instead of reading the disk" };
        Command command = new("status", "How the edge is: what waits, how many hours are left, the last receipt, the last values");
        program.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(running);
        command.SetAction(async (call, cancellationToken) =>
        {
            IConfigurationRoot configuration;
            try
            {
                configuration = program.Read(call);
            }
            catch (Exception e) when (e is FormatException or IOException or InvalidDataException)
            {
                console.Error(e.Message);
                return ExitCodes.Usage;
            }

            return await RunAsync(configuration, call.GetValue(json), call.GetValue(running), console, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IConfigurationRoot configuration, bool isJson, bool mustRun, IConsole console, CancellationToken cancellationToken)
    {
        IntakeOptions intake = new();
        configuration.GetSection(IntakeOptions.Section).Bind(intake);
        StatusReport? report = await AskAsync(intake.Socket, cancellationToken);
        bool isRunning = report is not null;
        if (mustRun && !isRunning)
        {
            console.Error($"the edge does not answer on '{intake.Socket}'");
            return ExitCodes.Failed;
        }

        try
        {
            report ??= ReadDisk(configuration);
        }
        catch (Exception e) when (e is OutboxException or IOException or FormatException)
        {
            console.Error($"the edge does not answer on '{intake.Socket}', and {e.Message}");
            return ExitCodes.Failed;
        }

        if (isJson)
        {
            console.Line(JsonSerializer.Serialize(report, StatusContext.Default.StatusReport));
        }
        else
        {
            Print(report, isRunning, console);
        }

        return ExitCodes.Ok;
    }

    private static async Task<StatusReport?> AskAsync(string socket, CancellationToken cancellationToken)
    {
        using SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, token) =>
            {
                Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
                return new NetworkStream(unix, ownsSocket: true);
            },
        };
        using HttpClient http = new(handler) { Timeout = AnswerTimeMax };
        try
        {
            byte[] body = await http.GetByteArrayAsync(new Uri("http://edge/v1/status"), cancellationToken);
            return JsonSerializer.Deserialize(body, StatusContext.Default.StatusReport);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    private static StatusReport ReadDisk(IConfigurationRoot configuration)
    {
        OutboxOptions options = new();
        configuration.GetSection(OutboxOptions.Section).Bind(options);
        StationOptions station = new();
        configuration.GetSection(StationOptions.Section).Bind(station);
        if (!Directory.Exists(options.Folder))
        {
            throw new IOException($"there is no outbox '{options.Folder}'");
        }

        PackingOptions packing = new();
        NodeClock clock = new(new ClockOptions(), string.Empty, []);
        using PackOutbox outbox = new(
            options, station.StationId, TimeProvider.System,
            _ => new PackForming(
                station.StationId, packing.ReadingsMax, packing.AgeMax, TimeSpan.Zero, TimeProvider.System, clock));
        return StatusReporter.Of(outbox.Figures(), station.Id, TimeProvider.System.GetUtcNow());
    }

    private static void Print(StatusReport report, bool isRunning, IConsole console)
    {
        (_, _, string english) = StatusPage.Say(report);
        console.Line($"station {report.Station}, outbox {report.Outbox}: {(isRunning ? english : "the edge is not running")}");
        console.Line($"  link {report.Link}, clock {report.Clock}, last receipt {Time(report.LastReceiptAt)}");
        console.Line($"  waiting {report.Depth} packs and {report.ReadingsWaiting} readings, {report.HoursWaiting} h old; "
            + $"room for {report.HoursLeft?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} hours, {report.Bytes} bytes used");
        console.Line($"  accepted {report.AcceptedReadings} readings in {report.AcceptedPacks} packs, receipted {report.ReceiptedPacks}, "
            + $"rejected {report.RejectedPacks}");
        console.Line($"  given up: {report.DroppedReadings} readings dropped, {report.ThinnedReadings} thinned, {report.LostReadings} lost; "
            + $"{report.SegmentsCorrupt} segments damaged, {report.SalvagedPacks} packs salvaged");
        foreach (SeriesStatus series in report.Series)
        {
            console.Line($"  {series.Name,-28} {series.Value,10:0.###} {series.Unit,-8} {Time(series.TakenAt)} quality {series.Quality}{(series.Test is { } test ? $" ({test})" : string.Empty)}"
                + (series.IsSilent ? " SILENT" : string.Empty));
        }
    }

    private static string Time(DateTimeOffset? at) => at is { } time ? time.ToString("yyyy-MM-ddTHH:mm:ssZ") : "never";
}
