using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class QualityVersionBookTests
{
    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public void AddOverride_NewestThatCovers_WinsOverTestsAndOlderOnes()
    {
        using QualityRoom room = new();
        room.CommitMinutes(0, 60, (station, _) => station == 3 ? 10 : 90);
        room.WatchAt(Begin.AddHours(1).AddMinutes(10));
        Say(room, 0, 60, QualityFlag.Pass, "the others stand in smoke");
        Say(room, 20, 30, QualityFlag.Fail, "cleaned");
        Say(room, 25, 26, null, "but not there");

        for (int restart = 0; restart < 2; restart++)
        {
            JudgedReading[] shown = [.. room.Show(3)];
            Assert.Equal((QualityFlag.Pass, QualityTest.Person, 2L), Of(shown[0]));
            Assert.Equal((QualityFlag.Fail, QualityTest.Person, 3L), Of(shown[20]));
            Assert.Equal((QualityFlag.Suspect, QualityTest.Neighbour, 1L), Of(shown[25]));
            Assert.Equal((QualityFlag.Fail, QualityTest.Person, 3L), Of(shown[26]));
            Assert.Equal((QualityFlag.Pass, QualityTest.Person, 2L), Of(shown[30]));
            Assert.Equal(("Malee", "cleaned"), (room.Versions.Find(3)!.By, room.Versions.Find(3)!.Reason));
            Assert.All(shown, r => Assert.Equal((QualityFlag.Pass, QualityTest.None), (r.Raw.Quality, r.Raw.Test)));
            room.Start();
        }

        static (QualityFlag, QualityTest, long) Of(JudgedReading r) => (r.Flag, r.Test, r.Version);
    }

    [Fact]
    public void Refresh_WordOfAnotherProcess_IsTakenOverOnce()
    {
        using QualityRoom room = new();
        using Cloud.Registry.RegistryDatabase other = new(Path.Combine(room.Folder, "registry.db"));
        QualityRefresh refresh = new(
            room.Versions, room.News, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<QualityRefresh>.Instance);
        new QualityVersionBook(other, AuditBooks.On(other)).AddOverride(room.Series(2), Begin, null, QualityFlag.Fail, "Malee", "broken", Begin);

        refresh.Step();
        ChangedStations news = room.News.Since(0);
        Assert.Equal([room.Id(2)], news.Stations);
        refresh.Step();
        Assert.Equal(news.Change, room.News.Change);
        Assert.Equal(QualityFlag.Fail, room.Judged.JudgeFresh(room.Id(2), QualityRoom.Of("pm25", Begin.AddYears(1), 1)).Flag);
        Assert.Equal(QualityFlag.Pass, room.Judged.JudgeFresh(room.Id(1), QualityRoom.Of("pm25", Begin.AddYears(1), 1)).Flag);
    }

    private static void Say(QualityRoom room, int from, int to, QualityFlag? flag, string why) => room.Versions.AddOverride(
        room.Series(3), Begin.AddMinutes(from), Begin.AddMinutes(to), flag, "Malee", why, Begin);
}
