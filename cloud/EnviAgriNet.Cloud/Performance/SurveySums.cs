using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>The answers of a year to the question after an event.</summary>
/// <param name="Asked">How many people were asked.</param>
/// <param name="Answered">How many answered; null when so few were asked that persons could be recognised.</param>
/// <param name="Mean">The mean answer, 1 to 5; null when too few answered.</param>
internal sealed record SurveySums(long Asked, long? Answered, double? Mean)
{
    /// <summary>The answers of a year. The survey's book must be there.</summary>
    public static SurveySums Of(RegistryDatabase database, SurveyBook book, KpiYear year)
    {
        ArgumentNullException.ThrowIfNull(book);
        return database.Read(connection => connection.List(
            "SELECT COUNT(*), COUNT(score), AVG(score) FROM survey_question WHERE asked_at >= $from AND asked_at < $to",
            row =>
            {
                long answered = row.GetInt64(1);
                bool isSmall = answered < Cases.Limits.SmallGroupMin;
                return new SurveySums(row.GetInt64(0), isSmall ? null : answered, isSmall ? null : row.GetDouble(2));
            },
            ("$from", year.BeginMs), ("$to", year.EndMs))[0]);
    }
}
