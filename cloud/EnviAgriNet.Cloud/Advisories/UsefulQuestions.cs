using System.Globalization;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// Asks farmers now and then whether advice was useful. Question and answers are those of satisfaction, under the topic
/// <c>advice-CROP</c> and the district of the plot. Safe for use by several threads.
/// </summary>
internal sealed class UsefulQuestions
{
    // Who was advised just once, or not of late, has nothing to judge.
    private const int AdviceMin = 2;

    private readonly RegistryDatabase _database;
    private readonly PlotBook _plots;
    private readonly AdvisoryDesk _desk;
    private readonly AdvisoriesOptions _options;

    // The tables of questions must be there before the first one.
    public UsefulQuestions(
        RegistryDatabase database, PlotBook plots, AdvisoryDesk desk, SurveyBook surveys, IOptions<AdvisoriesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(surveys);
        _database = database;
        _plots = plots;
        _desk = desk;
        _options = options.Value;
    }

    /// <summary>Asks whoever is due; how many people.</summary>
    /// <param name="at">Network time.</param>
    /// <param name="now">The machine's clock.</param>
    public int Ask(DateTimeOffset at, DateTimeOffset now)
    {
        List<long> due = _database.Read(c => c.List(
            """
            SELECT subscriber FROM advice WHERE kind <> 'broadcast' GROUP BY subscriber
            HAVING MIN(given_at) <= $since AND SUM(given_at > $since) >= $least AND MAX(given_at) < $today ORDER BY subscriber
            """,
            row => row.GetInt64(0),
            ("$since", FarmTables.Ms(at - _options.UsefulEvery)), ("$least", AdviceMin),
            ("$today", FarmTables.Ms(new DateTimeOffset(LocalTime.Of(at).Date, LocalTime.Offset)))));
        return due.Sum(subscriber => _plots.Of(subscriber) is [var plot, ..] ? Ask(subscriber, plot, at, now) : 0);
    }

    /// <summary>The question.</summary>
    public static string Question(string language) => language == Languages.Thai
        ? "คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ"
        : "How useful was this month's advice? Reply 1-5 (5=very). Optional.";

    private int Ask(long subscriber, Plot plot, DateTimeOffset at, DateTimeOffset now) => _database.Write(transaction =>
    {
        string recipient = subscriber.ToString(CultureInfo.InvariantCulture);
        if (AdviceReaders.ChannelOf(transaction, subscriber) is not { } channel
            || SurveyBook.LastAsked(transaction, recipient) is { } last && now - last < _options.UsefulEvery)
        {
            return 0;
        }

        string key = $"useful:{LocalTime.Of(at):yyyy-MM-dd}";
        string area = plot.Subdistrict.Code[..Math.Min(4, plot.Subdistrict.Code.Length)];
        string language = (string?)transaction.One("SELECT language FROM subscriber WHERE id = $id", ("$id", subscriber)) ?? Languages.Thai;
        return SurveyBook.Enter(transaction, $"advice:{recipient}:{key}", recipient, $"advice-{plot.Crop}", area, now)
            && AdvisoryDesk.Queue(transaction, subscriber, key, channel, Question(AdviceReaders.LanguageOf(language)), _desk.LeftOfDay(at), now)
                ? 1
                : 0;
    });
}
