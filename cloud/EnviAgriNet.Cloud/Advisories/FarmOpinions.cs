using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// What farmers say on their page of how useful the advice was. It is the same question as the one by SMS, and counts once for both: whoever
/// was asked answers that question; whoever was not may speak first, as seldom as people are asked.
/// </summary>
internal sealed class FarmOpinions
{
    private const string TopicPrefix = "advice-";

    private readonly RegistryDatabase _database;
    private readonly PlotBook _plots;
    private readonly AdviceBook _advice;
    private readonly AdvisoriesOptions _options;

    // The tables of questions must be there before the first answer.
    public FarmOpinions(RegistryDatabase database, PlotBook plots, AdviceBook advice, SurveyBook surveys, IOptions<AdvisoriesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(surveys);
        _database = database;
        _plots = plots;
        _advice = advice;
        _options = options.Value;
    }

    /// <summary>Whether the farmer may say something now, and what they said last.</summary>
    public JsonObject Of(long subscriber, DateTimeOffset now)
    {
        SurveyQuestion? last = _database.Read(connection => SurveyBook.Newest(connection, Recipient(subscriber)));
        bool isOnAdvice = last?.Topic.StartsWith(TopicPrefix, StringComparison.Ordinal) == true;
        return new JsonObject
        {
            ["may"] = May(subscriber, last, now),
            ["score"] = isOnAdvice ? last!.Score : null,
            ["said_at"] = isOnAdvice ? last!.AnsweredAt : null,
        };
    }

    /// <summary>Takes an opinion; false when there is nothing to judge, or it was judged of late.</summary>
    public bool Say(long subscriber, int score, DateTimeOffset now)
    {
        string recipient = Recipient(subscriber);
        IReadOnlyList<Plot> own = _plots.Of(subscriber);
        return own.Count > 0 && _advice.Of(subscriber).Count > 0 && _database.Write(transaction =>
        {
            SurveyQuestion? last = SurveyBook.Newest(transaction, recipient);
            return IsDue(last, now) && (IsAsked(last, now) || Enter(transaction, recipient, own[0], now))
                && SurveyBook.Answer(transaction, recipient, score, now);
        });
    }

    private static bool Enter(SqliteConnection transaction, string recipient, Plot plot, DateTimeOffset now) => SurveyBook.Enter(
        transaction, $"advice:{recipient}:page:{LocalTime.Of(now):yyyy-MM-dd}", recipient, TopicPrefix + plot.Crop,
        plot.Subdistrict.Code[..Math.Min(4, plot.Subdistrict.Code.Length)], now);

    private static string Recipient(long subscriber) => subscriber.ToString(CultureInfo.InvariantCulture);

    private static bool IsAsked(SurveyQuestion? last, DateTimeOffset now) =>
        last is not null && last.Topic.StartsWith(TopicPrefix, StringComparison.Ordinal) && last.IsOpen(now);

    private bool May(long subscriber, SurveyQuestion? last, DateTimeOffset now) =>
        IsDue(last, now) && _plots.Of(subscriber).Count > 0 && _advice.Of(subscriber).Count > 0;

    // An open question about a warning is left to be answered by SMS first: one answer cannot count for two.
    private bool IsDue(SurveyQuestion? last, DateTimeOffset now) => last is null || IsAsked(last, now)
        || (!last.IsOpen(now) && (!last.Topic.StartsWith(TopicPrefix, StringComparison.Ordinal) || now - last.AskedAt >= _options.UsefulEvery));
}
