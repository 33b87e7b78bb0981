using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class QualityRerunTests
{
    private const string Suspect60 = """{"pm25": {"gross_range": {"fail": [0, 500], "suspect": [0, 60]}}}""";
    private const string Suspect95 = """{"pm25": {"gross_range": {"fail": [0, 500], "suspect": [0, 95]}}}""";

    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public void Run_NewVersion_LeavesOlderOnesAsTheyWere()
    {
        using QualityRoom room = Filled();
        JudgedReading[] raw = [.. room.Show(1, version: 0)];
        JudgedReading[] first = [.. room.Show(1)];
        QualityVersion second = room.Rerun(Suspect60, 3);
        JudgedReading[] asOfSecond = [.. room.Show(1)];
        QualityVersion word = room.Versions.AddOverride(
            room.Series(1), Begin.AddMinutes(10), Begin.AddMinutes(20), QualityFlag.Fail, "Malee", "cleaned", Begin.AddDays(1));
        QualityVersion fourth = room.Rerun(Suspect95, 2);

        Assert.Equal([2L, 3L, 4L], [second.Number, word.Number, fourth.Number]);
        Assert.All(asOfSecond, r => Assert.Equal((QualityFlag.Suspect, 2L), (r.Flag, r.Version)));
        for (int restart = 0; restart < 2; restart++)
        {
            Assert.Equal(raw, room.Show(1, version: 0));
            Assert.Equal(first, room.Show(1, version: 1));
            Assert.Equal(asOfSecond, room.Show(1, version: 2));
            Assert.All(room.Show(1, version: 3).Take(20).Skip(10), r => Assert.Equal((QualityFlag.Fail, 3L), (r.Flag, r.Version)));
            JudgedReading[] now = [.. room.Show(1)];
            Assert.Equal(10, now.Count(r => r is { Flag: QualityFlag.Fail, Version: 3, Test: QualityTest.Person }));
            Assert.Equal(110, now.Count(r => r is { Flag: QualityFlag.Pass, Version: 4 }));
            Assert.Equal(60, now.Count(r => r is { Flag: QualityFlag.Suspect, Version: 2 }));
            room.Start();
        }
    }

    [Fact]
    public void Run_CutOff_IsSeenByNobodyAndGoesOn()
    {
        using QualityRoom room = Filled(stations: 60, hours: 30);
        QualityDraft wanted = QualityRoom.Draft(Suspect60, 30);
        Assert.Throws<OperationCanceledException>(() => room.NewRerun().Run(
            QualityLimits.Parse(Suspect60, "test"), wanted, p => throw new OperationCanceledException()));
        room.Start();

        Assert.Single(room.Versions.Drafts());
        Assert.All(room.Show(1), r => Assert.Equal((QualityFlag.Pass, 1L), (r.Flag, r.Version)));
        List<RerunProgress> progress = [];
        QualityVersion made = room.NewRerun().Run(QualityLimits.Parse(Suspect60, "test"), wanted, progress.Add);

        Assert.Equal(2, made.Number);
        Assert.Empty(room.Versions.Drafts());
        Assert.All(room.Show(1, hours: 30), r => Assert.Equal((QualityFlag.Suspect, 2L), (r.Flag, r.Version)));
        Assert.Equal(60 * 30 * 6, progress[^1].FlagsChanged[QualityTest.GrossRange] + (60 * 20 * 6));
    }

    [Fact]
    public void Run_AfterOneOfOtherWorkWasCutOff_GivesThatUp()
    {
        using QualityRoom room = Filled();
        Assert.Throws<OperationCanceledException>(() => room.NewRerun().Run(
            QualityLimits.Parse(Suspect60, "test"), QualityRoom.Draft(Suspect60, 3), p => throw new OperationCanceledException()));

        QualityVersion made = room.Rerun(Suspect95, 1);

        Assert.Empty(room.Versions.Drafts());
        Assert.Equal(2, made.Number);
        Assert.All(room.Show(1), r => Assert.Equal(QualityFlag.Pass, r.Flag));
    }

    [Fact]
    public void ReadHourly_DifferingFlags_AreRolledUpAnew()
    {
        using QualityRoom room = Filled();
        room.Versions.AddOverride(room.Series(2), Begin, Begin.AddMinutes(30), QualityFlag.Fail, "Malee", "smoke test", Begin);
        RollUp[] raw = [.. room.Store.ReadHourly(room.Series(2), Begin, Begin.AddHours(3))];
        RollUp[] now = [.. room.Judged.ReadHourly(room.Series(2), Begin, Begin.AddHours(3))];

        Assert.Equal(60, raw[0].Count);
        Assert.Equal((60L, 30L), (now[0].Total, now[0].Count));
        Assert.Equal(raw[1..], now[1..]);
        Assert.Equal(raw, room.Judged.ReadHourly(room.Series(2), Begin, Begin.AddHours(3), 1));
        RollUp day = room.Judged.ReadDaily(room.Series(2), Begin.AddHours(-7), Begin.AddHours(10)).Single();
        Assert.Equal((180L, 150L), (day.Total, day.Count));
        room.Rerun(Suspect60, 3);
        Assert.Equal([0L, 0, 0], room.Judged.ReadHourly(room.Series(2), Begin, Begin.AddHours(3)).Select(h => h.Count));
    }

    private static QualityRoom Filled(int stations = 5, int hours = 3)
    {
        QualityRoom room = new(stations);
        int step = stations > 10 ? 10 : 1;
        for (int station = 1; station <= stations; station++)
        {
            room.Commit(station, Enumerable.Range(0, hours * 60 / step)
                .Select(i => QualityRoom.Of("pm25", Begin.AddMinutes(i * step), 90 + (i % 3))));
        }

        room.WatchAt(Begin.AddHours(hours).AddMinutes(10));
        return room;
    }
}
