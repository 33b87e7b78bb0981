using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// Looks through the farms once a day and gives what is to be said. Which day was looked through is on disk, so that a restart tells
/// nobody twice and a cloud that was down in the morning does it later the same day.
/// </summary>
internal sealed partial class AdvisoryWatch(
    FarmViews views,
    AdvisoryDesk desk,
    UsefulQuestions questions,
    PlotBook plots,
    AdviceBook advice,
    AdvisoryDays days,
    ChannelBells bells,
    NetworkClock clock,
    IOptions<AdvisoriesOptions> options,
    TimeProvider time,
    ILogger<AdvisoryWatch> logger) : BackgroundService
{
    /// <summary>Does the day when it is time and was not done yet; how many people were told or asked.</summary>
    internal int Step()
    {
        if (clock.Now is not { } at || !IsTime(at, out DateOnly today) || days.IsDone(today))
        {
            return 0;
        }

        plots.SweepStopped();
        advice.Sweep(at - Registry.Farms.Limits.AdviceKept);
        int told = 0;
        foreach (long subscriber in plots.All().Select(plot => plot.Subscriber).Distinct())
        {
            told += Tell(subscriber, today, at);
        }

        // In a replay days pass in a moment: nobody is asked about them.
        int asked = clock.Mode == NetworkTimeMode.Wall ? questions.Ask(at, time.GetUtcNow()) : 0;
        days.Done(today);
        if (told + asked > 0)
        {
            bells.RingAll();
        }

        LogDone(today, told, asked);
        return told + asked;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Mode == AdvisoryMode.Off || (options.Value.Mode == AdvisoryMode.InService && clock.Mode != NetworkTimeMode.Wall))
        {
            return;
        }

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

    private bool IsTime(DateTimeOffset at, out DateOnly today)
    {
        DateTimeOffset local = LocalTime.Of(at);
        today = DateOnly.FromDateTime(local.DateTime);
        TimeOnly clockTime = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return clockTime >= options.Value.At && options.Value.IsByDay(clockTime);
    }

    // One farm whose advice cannot be made costs nobody else's.
    private int Tell(long subscriber, DateOnly today, DateTimeOffset at)
    {
        try
        {
            return views.Of(subscriber, today) is { } farm
                && desk.Give(subscriber, AdvisoryComposer.Compose(farm, today, WeekFrom(today)), at, time.GetUtcNow()) is not null
                    ? 1
                    : 0;
        }
        catch (Exception e) when (e is not SqliteException)
        {
            LogFarmFailed(e, subscriber);
            return 0;
        }
    }

    private DateOnly WeekFrom(DateOnly today) => today.AddDays(-(((int)today.DayOfWeek - (int)options.Value.WeeklyOn + 7) % 7));

    [LoggerMessage(4900, LogLevel.Information, "The farms were looked through for {Day}: {Told} people were given advice, {Asked} were asked whether it is useful")]
    private partial void LogDone(DateOnly day, int told, int asked);

    [LoggerMessage(4901, LogLevel.Error, "The farms could not be looked through; it is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(4902, LogLevel.Error, "Advice for subscriber {Subscriber} could not be made")]
    private partial void LogFarmFailed(Exception exception, long subscriber);
}
