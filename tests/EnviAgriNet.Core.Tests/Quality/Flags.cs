using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

/// <summary>Short ways to write series and flags; "-" is a missing value.</summary>
internal static class Flags
{
    public const int QuarterHour = 900;
    public const int Day = 86_400;

    public static double[] Values(string text) =>
        [.. text.Split(',').Select(v => v.Trim() == "-" ? double.NaN : double.Parse(v))];

    public static QualitySeries Every(int seconds, string values) => Every(seconds, Values(values));

    public static QualitySeries Every(int seconds, double[] values)
    {
        long from = At("2015-01-01");
        return new QualitySeries([.. values.Select((_, i) => from + (i * seconds * 1000L))], values);
    }

    public static long At(string time) => DateTimeOffset.Parse(time + (time.Length > 10 ? string.Empty : "T00:00:00Z")).ToUnixTimeMilliseconds();

    public static string Of(SeriesTest test, QualitySeries series) => Text(test.Judge(series));

    public static string Text(IEnumerable<QualityFlag> flags) => string.Concat(flags.Select(f => (int)f));
}
