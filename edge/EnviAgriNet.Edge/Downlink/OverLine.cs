using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>A warning that does not hold any more.</summary>
/// <param name="Warning">The warning as it stood last.</param>
/// <param name="EndedAt">When it ended, by network time.</param>
/// <param name="Ending">What ended it, with its words; null when its time was up.</param>
internal sealed record OverLine(AlertNotice Warning, DateTimeOffset EndedAt, AlertNotice? Ending)
{
    /// <summary>A line of the board, if what it warned of is over; null when it holds, or when nobody was ever warned.</summary>
    public static OverLine? Of(BoardLine line, DateTimeOffset now)
    {
        if (line.IsWithdrawn || line.IsAllClear)
        {
            return line.Before is not { } before ? null
                : IsOver(before, line.ShownAt) ? new OverLine(before, EndOf(before), null)
                : new OverLine(before, line.ShownAt, line.Notice);
        }

        return IsOver(line.Notice, now) ? new OverLine(line.Notice, EndOf(line.Notice), null) : null;
    }

    /// <summary>Whether the time of a notice is up.</summary>
    public static bool IsOver(AlertNotice notice, DateTimeOffset now) => notice.Expires > 0 && now.ToUnixTimeSeconds() > notice.Expires;

    private static DateTimeOffset EndOf(AlertNotice notice) => DateTimeOffset.UnixEpoch.AddSeconds(notice.Expires);
}
