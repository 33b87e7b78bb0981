using System.Diagnostics.Metrics;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>What judging counts.</summary>
internal sealed class QualityMetrics
{
    private readonly Counter<long> _hours;
    private readonly Counter<long> _readings;
    private readonly Counter<long> _withheld;
    private readonly Counter<long> _failures;

    public QualityMetrics(IMeterFactory factory)
    {
        Meter meter = factory.Create("EnviAgriNet.Cloud.Quality");
        _hours = meter.CreateCounter<long>("eag.quality.hours", "{hour}", "Hours of stations judged as a whole");
        _readings = meter.CreateCounter<long>("eag.quality.readings", "{reading}", "Readings judged as part of a whole hour");
        _withheld = meter.CreateCounter<long>("eag.quality.withheld", "{reading}", "Fresh readings kept out of the windows, by test");
        _failures = meter.CreateCounter<long>("eag.quality.failures", "{failure}", "Turns of judging that failed and are tried again");
    }

    public void OnJudged(int hours, long readings)
    {
        _hours.Add(hours);
        _readings.Add(readings);
    }

    public void OnWithheld(QualityTest test) =>
        _withheld.Add(1, new KeyValuePair<string, object?>("test", QualityMark.NameOf(test)));

    public void OnFailed() => _failures.Add(1);
}
