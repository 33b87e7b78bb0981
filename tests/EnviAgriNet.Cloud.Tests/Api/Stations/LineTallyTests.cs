using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

using ManualTime = EnviAgriNet.Testing.ManualTime;

namespace EnviAgriNet.Cloud.Tests.Api.Stations;

public sealed class LineTallyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly StationId Station = StationId.Parse("cm-001");

    private readonly ManualTime _time = new(Noon);
    private readonly LineTally _tally = new(TimeSpan.FromMinutes(5));
    private readonly HealthBoard _board;

    public LineTallyTests() => _board = new HealthBoard(_time);

    [Fact]
    public void Look_OnlineThenLastWill_CountsEachForItself()
    {
        Hear("online");
        LookTimes(4);
        _board.OnHealth(Station, new StationHealth());
        LookTimes(2);

        (IReadOnlyList<LineDay> days, IReadOnlyList<LineChange> changes) = _tally.Take();

        Assert.Equal(new LineDay(Station, LocalDay.Of(Noon), 60_000, 30_000), Assert.Single(days));
        Assert.Equal([LinkWord.Online, LinkWord.Offline], changes.Select(c => c.Word));
    }

    [Fact]
    public void Look_ReportThatGrowsOld_CountsForNothing()
    {
        Hear("online");
        LookTimes(40);

        (IReadOnlyList<LineDay> days, IReadOnlyList<LineChange> changes) = _tally.Take();

        Assert.Equal(300_000, days.Single().OnlineMs);
        Assert.Equal(0, days.Single().OfflineMs);
        Assert.Equal([LinkWord.Online, LinkWord.Unknown], changes.Select(c => c.Word));
    }

    [Fact]
    public void Look_CloudCutOffOrAsleep_IsNobodysDowntime()
    {
        Hear("offline");
        LookTimes(2, isCutOff: true);
        _time.Advance(TimeSpan.FromHours(3));
        _tally.Look(_board.All, _time.GetUtcNow(), TimeSpan.FromHours(3), isCutOff: false);

        Assert.Empty(_tally.Take().Days);
    }

    [Fact]
    public void Look_OverMidnightInBangkok_CountsForTwoDays()
    {
        _time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(30));
        Hear("online");
        LookTimes(4);

        Assert.Equal([15_000, 45_000], _tally.Take().Days.OrderBy(d => d.Day).Select(d => d.OnlineMs));
    }

    [Fact]
    public void OnHealth_SameReportAgain_IsNoNews_AndTheLastWillKeepsWhatWasKnown()
    {
        StationHealth report = Hear("online");
        _time.Advance(TimeSpan.FromMinutes(10));
        _board.OnHealth(Station, report with { });
        Assert.Equal((Noon, LinkWord.Unknown), (_board.Find(Station)!.HeardAt, Word()));

        _board.OnHealth(Station, new StationHealth());
        Assert.Equal((LinkWord.Offline, 7), (Word(), _board.Find(Station)!.Report.Depth));
    }

    [Fact]
    public void OnHealth_OldReportTheBrokerKept_SpeaksForItsOwnTime()
    {
        _board.OnHealth(Station, new StationHealth { State = "online", At = Noon.AddHours(-2).ToUnixTimeSeconds(), Clock = "synced" });

        Assert.Equal((Noon.AddHours(-2), LinkWord.Unknown), (_board.Find(Station)!.HeardAt, Word()));
    }

    private LinkWord Word() => _board.Find(Station)!.WordAt(_time.GetUtcNow(), TimeSpan.FromMinutes(5));

    private StationHealth Hear(string state)
    {
        StationHealth report = new() { State = state, At = _time.GetUtcNow().ToUnixTimeSeconds(), Clock = "synced", Depth = 7 };
        _board.OnHealth(Station, report);
        return report;
    }

    private void LookTimes(int count, bool isCutOff = false)
    {
        for (int i = 0; i < count; i++)
        {
            _time.Advance(Look);
            _tally.Look(_board.All, _time.GetUtcNow(), Look, isCutOff);
        }
    }
}
