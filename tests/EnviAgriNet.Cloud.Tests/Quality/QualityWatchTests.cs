using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class QualityWatchTests
{
    private const string Stricter = """{"pm25": {"gross_range": {"fail": [0, 500], "suspect": [0, 60]}}}""";

    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public void Step_StuckNeighbour_IsCaughtAndNobodyElseIs()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 120, (station, minute) => station == 3 ? 11 + (minute % 2) : 90 + (minute % 7) + station);

        room.WatchAt(Begin.AddHours(2).AddMinutes(10));

        Assert.All(room.Show(3), r => Assert.Equal((QualityFlag.Suspect, QualityTest.Neighbour), (r.Flag, r.Test)));
        Assert.All((int[])[1, 2, 4, 5], station => Assert.All(room.Show(station), r => Assert.Equal(QualityFlag.Pass, r.Flag)));
        Assert.All(room.Show(3), r => Assert.Equal((QualityFlag.Pass, 1L), (r.Raw.Quality, r.Version)));
    }

    [Fact]
    public void Step_EventThatAllSee_IsNotFlagged()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 120, (station, minute) => minute < 60 ? 20 + station : 20 + station + ((minute - 60) * 4));

        room.WatchAt(Begin.AddHours(2).AddMinutes(10));

        Assert.All(Enumerable.Range(1, 5), station => Assert.All(room.Show(station), r => Assert.Equal(QualityFlag.Pass, r.Flag)));
        Assert.All(room.Show(1), r => Assert.Equal(1, r.Version));
    }

    [Fact]
    public void Step_HourThatIsNotSettled_Waits()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 60, (station, _) => station == 3 ? 10 : 90);

        room.WatchAt(Begin.AddHours(1).AddMinutes(9));
        Assert.All(room.Show(3), r => Assert.Equal(0, r.Version));
        room.WatchAt(Begin.AddHours(1).AddMinutes(10));
        Assert.All(room.Show(3), r => Assert.Equal(QualityFlag.Suspect, r.Flag));
    }

    [Fact]
    public void Step_LateReadings_AreJudgedAndSoAreThoseBesideThem()
    {
        // Stations 4 and 5 are cut off: station 3 has too few neighbours left to be judged.
        using QualityRoom late = new();
        foreach (int station in (int[])[1, 2, 3])
        {
            late.Commit(station, Enumerable.Range(0, 60).Select(m => QualityRoom.Of("pm25", Begin.AddMinutes(m), station == 3 ? 10 : 90)));
        }

        late.WatchAt(Begin.AddHours(2));
        Assert.All(late.Show(3), r => Assert.Equal((QualityFlag.Pass, 1L), (r.Flag, r.Version)));
        foreach (int station in (int[])[4, 5])
        {
            late.Commit(station, Enumerable.Range(0, 60).Select(m => QualityRoom.Of("pm25", Begin.AddMinutes(m), station == 5 ? 700 : 90)));
        }

        long before = late.News.Change;
        late.WatchAt(Begin.AddHours(2).AddMinutes(1));
        late.WatchAt(Begin.AddHours(2).AddMinutes(2));
        Assert.All(late.Show(3), r => Assert.Equal((QualityFlag.Suspect, QualityTest.Neighbour), (r.Flag, r.Test)));
        Assert.All(late.Show(5), r => Assert.Equal(QualityFlag.Suspect, r.Flag));
        Assert.Contains(late.Id(3), late.News.Since(before).Stations);
    }

    [Fact]
    public void Step_AfterARestart_FindsWhatWasNotJudged()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 60, (station, _) => station == 3 ? 10 : 90);
        room.WatchAt(Begin.AddHours(1).AddMinutes(10));
        room.CommitMinutes(60, 60, (station, _) => station == 3 ? 10 : 90);
        room.Commit(2, QualityRoom.Of("pm25", Begin.AddMinutes(30.5), 5000));
        room.Start();
        Assert.Equal(0, room.Due.Count);

        room.WatchAt(Begin.AddHours(2).AddMinutes(10));

        Assert.Equal(120, room.Show(3).Count(r => r.Flag == QualityFlag.Suspect));
        Assert.Equal(QualityFlag.Fail, room.Show(2).Single(r => r.Raw.Value == 5000).Flag);
        Assert.Single(room.Versions.All);
    }

    [Fact]
    public void Step_ConfigurationChanged_BeginsAVersionAndLeavesThePast()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 60, (station, _) => 90 + station);
        room.WatchAt(Begin.AddHours(1).AddMinutes(10));
        room.Config = Stricter;
        room.Start();
        room.CommitMinutes(60, 60, (station, _) => 90 + station);
        room.Now = Begin.AddHours(1).AddMinutes(20);

        room.WatchAt(room.Now);
        room.WatchAt(Begin.AddHours(2).AddMinutes(10));

        Assert.Equal([false, true], room.Versions.All.Select(v => v.IsLive));
        Assert.Equal(["eag-cloud", "eag-cloud"], room.Versions.All.Select(v => v.By));
        IReadOnlyList<JudgedReading> shown = room.Show(1);
        Assert.All(shown.Take(60), r => Assert.Equal((QualityFlag.Pass, 1L), (r.Flag, r.Version)));
        Assert.All(shown.Skip(60), r => Assert.Equal((QualityFlag.Suspect, 2L, QualityTest.GrossRange), (r.Flag, r.Version, r.Test)));

        // A late reading of the first hour is judged under the version of its time.
        room.Commit(1, QualityRoom.Of("pm25", Begin.AddMinutes(10.5), 80));
        room.WatchAt(Begin.AddHours(2).AddMinutes(12));
        room.WatchAt(Begin.AddHours(2).AddMinutes(13));
        Assert.Equal((QualityFlag.Pass, 1L), room.Show(1).Where(r => r.Raw.Value == 80).Select(r => (r.Flag, r.Version)).Single());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("gone")]
    [InlineData("row")]
    public void Step_BrokenBook_IsPutAsideAndItsVerdictsAreMadeAgain(string damage)
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 180, (station, minute) => station == 3 ? 10 : 90 + (minute % 5));
        room.WatchAt(Begin.AddHours(3).AddMinutes(10));
        QualityVersion rerun = room.Rerun(Stricter, 2, room.Id(1), room.Id(2));
        JudgedReading[] before = [.. Enumerable.Range(1, 5).SelectMany(s => room.Show(s))];
        Damage(room, damage);
        room.Start();

        room.WatchAt(Begin.AddHours(3).AddMinutes(11));
        if (damage == "row")
        {
            // It is noticed by whoever reads it, and made again in the next turn.
            _ = Enumerable.Range(1, 5).Sum(s => room.Show(s).Count);
            room.WatchAt(Begin.AddHours(3).AddMinutes(12));
        }

        Assert.Equal(before, Enumerable.Range(1, 5).SelectMany(s => room.Show(s)));
        Assert.Contains(before, r => r.Version == rerun.Number && r.Flag == QualityFlag.Suspect);
        Assert.Equal(damage == "gone" ? 0 : 1, room.Verdicts.Losses);
        Assert.Equal(damage == "garbage", Directory.GetFiles(room.Folder, "quality.db.damaged-*").Length > 0);
    }

    [Fact]
    public void Step_WordsOfTheSourceItself_AreNeverBettered()
    {
        using QualityRoom room = new();
        room.Commit(1, QualityRoom.Of("pm25", Begin, 20, QualityFlag.Fail), QualityRoom.Of("pm25", Begin.AddMinutes(1), 20, QualityFlag.NotEvaluated),
            QualityRoom.Of("pm25", Begin.AddMinutes(2), 20, QualityFlag.Suspect) with { Test = QualityTest.RateOfChange },
            QualityRoom.Of("pm25", Begin.AddMinutes(3), 20, QualityFlag.Suspect) with { Test = QualityTest.SensorDoubt });

        room.WatchAt(Begin.AddHours(2));

        Assert.Equal(
            [QualityFlag.Fail, QualityFlag.Pass, QualityFlag.Pass, QualityFlag.Suspect], room.Show(1).Select(r => r.Flag));
    }

    private static void Damage(QualityRoom room, string damage)
    {
        room.Verdicts.Dispose();
        if (damage == "row")
        {
            using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={room.VerdictsFile};Pooling=False");
            connection.Open();
            Cloud.ReadingStore.StoreFile.Execute(connection, "UPDATE verdict SET data = x'0102030405060708' WHERE station = 'station-3' AND hour % 2 = 0");
            return;
        }

        foreach (string suffix in (string[])[string.Empty, "-wal", "-shm"])
        {
            File.Delete(room.VerdictsFile + suffix);
        }

        if (damage == "garbage")
        {
            byte[] bytes = new byte[65536];
            new Random(1).NextBytes(bytes);
            File.WriteAllBytes(room.VerdictsFile, bytes);
        }
    }
}
