namespace EnviAgriNet.Demo.Field;

/// <summary>A fictional subscriber.</summary>
/// <param name="Phone">A number; nobody is called, since the channel is the on-screen phone.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
/// <param name="Region">The region the person lives in.</param>
public sealed record SubscriberPlan(string Phone, string Language, string Region)
{
    /// <summary>The first line of the file that <c>eag-cloud subscriber import</c> reads.</summary>
    public const string CsvHeader = "phone,language,region,channel,consent_at";

    /// <summary>This subscriber's line of that file.</summary>
    public string ToCsv() => $"{Phone},{Language},{Region},phone,2017-01-01T00:00:00Z";

    /// <summary>Two people in a region, one for each language; the number tells the regions apart.</summary>
    public static IEnumerable<SubscriberPlan> PairFor(string region, int number) =>
    [
        new($"+668000000{number:00}", "th", region),
        new($"+668000001{number:00}", "en", region),
    ];
}
