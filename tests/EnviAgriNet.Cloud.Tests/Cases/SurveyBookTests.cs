using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Cases;

public sealed class SurveyBookTests : IDisposable
{
    // Noon in Bangkok, so that people may be asked.
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private readonly RegistryRoom _room = new();
    private readonly CasesOptions _options = new() { AskedPerEvent = 20 };
    private readonly SurveyBook _book;

    public SurveyBookTests() =>
        _book = new SurveyBook(_room.Database, _room.Alerts, _room.Deliveries, _room.Subscribers, Options.Create(_options));

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Ask_AfterTheAllClear_ASampleOfThoseWhoWereTold_Once()
    {
        _room.Subscribers.Store([.. Enumerable.Range(0, 60).Select(n => RegistryRoom.Person($"081{n:0000000}"))]);
        Told("E1", 1, allClear: false, people: 50);
        Assert.Equal(0, _book.Ask(Noon));

        Told("E1", 2, allClear: true, people: 50);

        Assert.Equal(0, _book.Ask(Noon.AddHours(-6)));
        Assert.Equal(20, _book.Ask(Noon));
        Assert.Equal(0, _book.Ask(Noon.AddMinutes(1)));
        Told("E2", 1, allClear: false, people: 50);
        Told("E2", 2, allClear: true, people: 50);
        Assert.Equal(20, _book.Ask(Noon.AddHours(2)));
        Assert.Equal(40, Questions("COUNT(DISTINCT recipient)"));
    }

    [Fact]
    public void Answer_CountsOnce_AndSmallGroupsAreHidden()
    {
        _room.Subscribers.Store([.. Enumerable.Range(0, 10).Select(n => RegistryRoom.Person($"081{n:0000000}"))]);
        Told("E1", 1, allClear: false, people: 10);
        Told("E1", 2, allClear: true, people: 10);
        Assert.Equal(10, _book.Ask(Noon));

        Assert.Equal([true, false, true, true, true, false], new[] { "1", "1", "2", "3", "4", "99" }.Select(who => Answer(who, 5)));
        Assert.Null(Assert.Single(_book.Report(Noon.AddDays(-1))).Mean);
        Assert.True(Answer("5", 1));

        SurveyLine line = Assert.Single(_book.Report(Noon.AddDays(-1)));
        Assert.Equal(("haze", "5001", 10L, 5L, 4.2), (line.Hazard, line.Area, line.Asked, line.Answered, line.Mean));
        Assert.Equal([1L, 0, 0, 0, 4], line.Counts);
        Assert.False(_room.Database.Write(c => SurveyBook.Answer(c, "6", 5, Noon.AddDays(4))));
    }

    private bool Answer(string who, int score) => _room.Database.Write(c => SurveyBook.Answer(c, who, score, Noon.AddMinutes(5)));

    private long Questions(string what) => _room.Database.Read(c => (long)c.One($"SELECT {what} FROM survey_question")!);

    private void Told(string eventId, int version, bool allClear, int people)
    {
        Cloud.Alerts.AlertVersion alert = FakeAlertBook.Alert(eventId, version, allClear: allClear);
        _room.Target(alert);
        _room.Database.Write(c =>
        {
            c.Run("UPDATE bulletin SET targeted_at = $at WHERE alert = $alert", ("$at", Noon.AddHours(-2).ToUnixTimeMilliseconds()), ("$alert", alert.Identifier));
            return c.Run(
                "UPDATE delivery SET state = CASE WHEN CAST(recipient AS INTEGER) <= $people THEN 'delivered' ELSE 'failed' END WHERE alert = $alert AND channel = 'sms'",
                ("$people", people), ("$alert", alert.Identifier));
        });
    }
}
