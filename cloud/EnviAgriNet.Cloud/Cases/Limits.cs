namespace EnviAgriNet.Cloud.Cases;

/// <summary>The hard limits of the cases; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most characters of what a person writes; what is longer is cut and the cut is shown.</summary>
    public const int TextUnitsMax = 1_600;

    /// <summary>The most steps of one case that keep a text of their own; later ones are counted without it.</summary>
    public const int StepsWithTextMax = 200;

    /// <summary>More people than this in one call are a slip of the finger.</summary>
    public const int PeopleMax = 999;

    /// <summary>UTF-16 units of an officer's answer: with the number before it, two SMS parts.</summary>
    public const int AnswerUnitsMax = 120;

    /// <summary>UTF-16 units of one SMS.</summary>
    public const int SmsUnitsMax = 70;

    /// <summary>Cases in one list.</summary>
    public const int CasesListedMax = 500;

    /// <summary>Characters of an agency's name.</summary>
    public const int AgencyNameLengthMax = 120;

    /// <summary>How often a number is drawn before it is given up: with 100,000 numbers that takes a registry nearly full of cases.</summary>
    public const int DrawsMax = 200;

    /// <summary>Calls to officers about a case that nobody takes.</summary>
    public const int CallsMax = 4;

    /// <summary>Wrong phone numbers for one case in an hour before the page asks to wait.</summary>
    public const int WrongPhonesMax = 5;

    /// <summary>Events whose people one round of questions looks at.</summary>
    public const int EventsAskedMax = 20;

    /// <summary>Answers in a group below which nothing about it is shown: fewer could be recognised.</summary>
    public const int SmallGroupMin = 5;

    /// <summary>How long a message about a case is worth sending.</summary>
    public static readonly TimeSpan MessageLife = TimeSpan.FromHours(12);

    /// <summary>How long a question after an event waits for its answer.</summary>
    public static readonly TimeSpan QuestionLife = TimeSpan.FromDays(3);

    /// <summary>How often the watch looks for cases nobody takes and for people to ask.</summary>
    public static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(15);
}
