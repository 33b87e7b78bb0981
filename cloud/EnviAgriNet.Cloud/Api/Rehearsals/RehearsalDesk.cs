using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Rehearsals;

namespace EnviAgriNet.Cloud.Api.Rehearsals;

/// <summary>
/// Runs drills and back-tests for officers, one at a time: the cloud has warnings to send meanwhile. Safe for use by several threads.
/// </summary>
internal sealed partial class RehearsalDesk(
    IEnumerable<IRehearsalStage> stages, RehearsalBook book, TimeProvider time, ILogger<RehearsalDesk> logger) : IHostedService, IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, IRehearsalStage> _stages = stages.ToDictionary(s => s.Kind);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _starting = new();
    private Running? _running;

    /// <summary>Whether there is such a kind.</summary>
    public bool Has(string kind) => _stages.ContainsKey(kind);

    /// <summary>What runs now, with how it goes; null when nothing does.</summary>
    public (long Number, string Progress)? Now => _running is { } running && !running.Task.IsCompleted ? (running.Number, running.Progress) : null;

    /// <summary>Starts one. Its number; or why not, and whether that is because another one runs.</summary>
    public (long Number, string? Refusal, bool IsBusy) Start(string kind, RehearsalCall call, string by)
    {
        if (FaultOf(kind, call) is { } fault)
        {
            return (0, fault, false);
        }

        lock (_starting)
        {
            if (Now is { } other)
            {
                return (other.Number, $"rehearsal {other.Number} runs; only one does at a time", true);
            }

            _running?.Dispose();
            string reason = call.Reason!.Trim();
            long number = book.Begin(kind, JsonSerializer.Serialize(call with { Reason = null }, RehearsalJson.Stored.RehearsalCall), by, reason);
            Running running = new(number, kind, by, CancellationTokenSource.CreateLinkedTokenSource(_ending.Token));
            running.Task = Task.Run(() => PlayAsync(running, call), CancellationToken.None);
            _running = running;
            return (number, null, false);
        }
    }

    /// <summary>Stops one that runs; false when it does not.</summary>
    public bool Stop(long number, string by)
    {
        lock (_starting)
        {
            if (_running is not { } running || running.Number != number || running.Task.IsCompleted)
            {
                return false;
            }

            running.StoppedBy = by;
            running.End.Cancel();
            return true;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        book.EndCutOff();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        if (_running is { } running)
        {
            await Task.WhenAny(running.Task, Task.Delay(RehearsalLimits.StopMax, time, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _running?.Dispose();
        _ending.Dispose();
    }

    private string? FaultOf(string kind, RehearsalCall call) =>
        call.Reason?.Trim() is not { Length: > 0 and <= RehearsalLimits.ReasonLengthMax } reason || reason.Any(char.IsControl)
            ? $"reason has to have 1 to {RehearsalLimits.ReasonLengthMax} characters on one line"
        : new[] { call.Hazard, call.Region, call.Station, call.Rule, call.Level, call.Reached }.Any(f => f?.Length > RehearsalLimits.FieldLengthMax)
            ? $"a field has more than {RehearsalLimits.FieldLengthMax} characters"
        : _stages[kind].FaultOf(call);

    private async Task PlayAsync(Running running, RehearsalCall call)
    {
        (RehearsalState state, string note, string? result) = (RehearsalState.Failed, string.Empty, (string?)null);
        using CancellationTokenSource limit = new(RehearsalLimits.RunMax, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, running.End.Token);
        try
        {
            JsonNode found = await _stages[running.Kind].PlayAsync(call, running.By, line => running.Progress = line, end.Token);
            (state, result) = (RehearsalState.Done, found.ToJsonString(Readable));
        }
        catch (OperationCanceledException)
        {
            (state, note) = (RehearsalState.Stopped, limit.IsCancellationRequested
                ? $"it took more than {RehearsalLimits.RunMax.TotalMinutes} minutes: choose a shorter time or fewer stations, or use the command"
                : running.StoppedBy is { } by ? $"stopped by {by}" : "the program ended");
        }
        catch (FormatException e)
        {
            note = e.Message;
        }
        catch (Exception e)
        {
            // Whatever went wrong in a rehearsal must not touch the cloud that runs it.
            LogFailed(e, running.Number);
            note = "it failed; the log of the cloud says why";
        }

        book.End(running.Number, running.Kind, running.StoppedBy ?? running.By, state, note, result);
    }

    [LoggerMessage(4650, LogLevel.Error, "Rehearsal {Number} failed")]
    private partial void LogFailed(Exception exception, long number);

    private sealed class Running(long number, string kind, string by, CancellationTokenSource end) : IDisposable
    {
        public long Number => number;

        public string Kind => kind;

        public string By => by;

        public CancellationTokenSource End => end;

        public Task Task { get; set; } = Task.CompletedTask;

        public string Progress { get; set; } = string.Empty;

        public string? StoppedBy { get; set; }

        public void Dispose() => end.Dispose();
    }
}
