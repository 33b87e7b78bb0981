using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>Calls officers about cases that nobody takes, asks people after an event, and erases old words.</summary>
internal sealed partial class CaseWatch(
    RegistryDatabase database,
    CaseBook cases,
    DutyCalls duty,
    SurveyBook surveys,
    ChannelBells bells,
    NetworkClock clock,
    IOptions<CasesOptions> options,
    TimeProvider time,
    ILogger<CaseWatch> logger) : BackgroundService
{
    /// <summary>One round.</summary>
    internal void Step()
    {
        DateTimeOffset now = time.GetUtcNow();
        int called = database.Write(transaction => duty.Step(transaction, now));

        // In a replay days pass in a moment: nobody is asked about what happened long ago.
        int asked = clock.Mode == NetworkTimeMode.Wall ? surveys.Ask(now) : 0;
        cases.Erase(now - options.Value.KeepTexts);
        if (called + asked > 0)
        {
            bells.RingAll();
            LogTold(called, asked);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.WatchPeriod, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Step();
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4800, LogLevel.Information, "{Called} officers were called about people who need help, {Asked} people were asked after an event")]
    private partial void LogTold(int called, int asked);

    [LoggerMessage(4801, LogLevel.Error, "A round over the cases failed; the next one is made")]
    private partial void LogFailed(Exception exception);
}
