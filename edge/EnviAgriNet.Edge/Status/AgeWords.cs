using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Edge.Status;

/// <summary>How long ago something was, in the words people use; a date when it is longer ago than a week, or has not come yet.</summary>
internal static class AgeWords
{
    private const int DaysMax = 7;

    /// <summary>The words for a moment.</summary>
    public static (string Thai, string English) Of(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan age = now - at;
        return age.TotalMinutes < -1 || age.TotalDays >= DaysMax
            ? (LocalTime.Text(at, Languages.Thai), LocalTime.Text(at, Languages.English))
            : age.TotalMinutes < 1 ? ("เมื่อสักครู่", "just now")
            : age.TotalHours < 1 ? Ago((int)age.TotalMinutes, "นาที", "minute")
            : age.TotalDays < 1 ? Ago((int)age.TotalHours, "ชั่วโมง", "hour")
            : Ago((int)age.TotalDays, "วัน", "day");
    }

    private static (string Thai, string English) Ago(int number, string thai, string english) =>
        ($"{number} {thai}ที่แล้ว", $"{number} {english}{(number == 1 ? string.Empty : "s")} ago");
}
