using EnviAgriNet.Cloud.Inbox.Keywords;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>
/// How often one sender is answered: enough for a person, and an end to two machines that answer each other. What a message asks for is
/// done in any case; only the answer is held back.
/// </summary>
internal sealed class AnswerLimit(InboxBook inbox, IOptions<InboxOptions> options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Why a message gets no answer, or null.</summary>
    public string? Refusal(SqliteConnection transaction, Message message)
    {
        InboxOptions limits = options.Value;
        DateTimeOffset now = message.Now;
        long Answered(TimeSpan within, Intent? intent = null, string? words = null) =>
            inbox.Answered(transaction, message.Recipient, now - within, intent, words);

        return message.Request.Intent switch
        {
            // STOP is confirmed once; a person who says it again hears nothing, which is what they want.
            Intent.Stop => Answered(Day, Intent.Stop) > 0 ? "repeated" : null,
            Intent.Unknown => Answered(limits.UsageEvery, Intent.Unknown) > 0 ? "not understood again" : null,
            _ when Answered(Hour) >= limits.AnswersPerHour || Answered(Day) >= limits.AnswersPerDay => "too many",
            _ when Answered(Hour, words: message.Sms.Text) >= Limits.SameTextAnswersMax => "repeated",
            _ => null,
        };
    }
}
