namespace EnviAgriNet.Cloud.Inbox;

/// <summary>The hard limits of what people write to us; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Characters of a text that are read for what it wants; six SMS parts hold no more.</summary>
    public const int TextUnitsReadMax = 500;

    /// <summary>Characters of a text that are kept; what is longer is cut and the cut is shown.</summary>
    public const int TextUnitsKeptMax = 1_600;

    /// <summary>Words of a text that are looked at.</summary>
    public const int WordsReadMax = 60;

    /// <summary>The most characters of the gateway's message id.</summary>
    public const int MessageIdLengthMax = 80;

    /// <summary>Rows of the inbox that one sweep clears.</summary>
    public const int SweepRowsMax = 1_000;

    /// <summary>UTF-16 units of an answer in one SMS.</summary>
    public const int AnswerUnitsMax = 70;

    /// <summary>Stations of one region that an answer is made from.</summary>
    public const int StationsAskedMax = 100;

    /// <summary>How often the same words of one sender are answered in an hour: a machine that answers us repeats itself.</summary>
    public const int SameTextAnswersMax = 3;

    /// <summary>How long an answer is worth sending.</summary>
    public static readonly TimeSpan AnswerLife = TimeSpan.FromHours(2);

    /// <summary>How long what a person writes without a keyword belongs to their open case.</summary>
    public static readonly TimeSpan CaseFollows = TimeSpan.FromHours(24);

    /// <summary>How often the inbox is looked through for texts that are past their time.</summary>
    public static readonly TimeSpan SweepPeriod = TimeSpan.FromHours(1);
}
