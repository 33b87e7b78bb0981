using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Which versions wait for the morning. Pure.</summary>
internal sealed class QuietHours(IOptions<QuietOptions> options)
{
    private const int SeverityMax = 1;
    private readonly QuietOptions _options = options.Value;
    private readonly IReadOnlySet<string> _hazards = options.Value.HazardList();

    /// <summary>Until when, by network time, people are left alone with a version; null when it goes at once.</summary>
    public DateTimeOffset? Until(AlertVersion alert, DateTimeOffset network, bool isReplay)
    {
        if (_options.Mode == QuietMode.Off || (isReplay && _options.Mode != QuietMode.Always)
            || TargetingPolicy.Priority(alert.Severity) > SeverityMax || !_hazards.Contains(alert.Hazard))
        {
            return null;
        }

        DateTimeOffset local = LocalTime.Of(network);
        TimeOnly clock = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (!clock.IsBetween(_options.From, _options.To))
        {
            return null;
        }

        DateTimeOffset end = new DateTimeOffset(local.Date, LocalTime.Offset) + _options.To.ToTimeSpan();
        return end > local ? end : end.AddDays(1);
    }
}
