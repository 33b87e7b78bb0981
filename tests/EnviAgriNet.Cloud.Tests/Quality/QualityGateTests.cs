using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class QualityGateTests
{
    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public void Judge_StuckNeighbour_IsWithheldAndAnEventIsNot()
    {
        using QualityRoom room = new();
        QualityGate gate = NewGate(room);
        List<Reading> judged = [];
        for (int minute = 0; minute < 120; minute++)
        {
            for (int station = 1; station <= 5; station++)
            {
                double value = station == 3 ? 12 : minute < 60 ? 20 + station : 20 + station + ((minute - 60) * 4);
                judged.AddRange(gate.Judge(room.Id(station), [QualityRoom.Of("pm25", Begin.AddMinutes(minute), value)]));
            }
        }

        Assert.All(judged.Where(r => r.Value is not 12), r => Assert.True(r.IsUsable, $"{r}"));
        Assert.All(judged.Where(r => r.Value is 12 && r.TakenAt >= Begin.AddMinutes(80)), r => Assert.Equal(QualityTest.Neighbour, r.Test));
        Assert.Equal(judged.Where(r => r.Value is 12), judged.Where(r => r.Value is 12).Select(
            r => room.Withheld.Find(room.Id(3), r with { Quality = QualityFlag.Pass, Test = QualityTest.None })));
    }

    [Fact]
    public void Judge_APersonsWord_HoldsForFreshReadings()
    {
        using QualityRoom room = new();
        QualityGate gate = NewGate(room);
        room.Versions.AddOverride(room.Series(1), Begin, null, QualityFlag.Fail, "Malee", "broken", Begin);
        room.Versions.AddOverride(room.Series(2), Begin, null, QualityFlag.Pass, "Malee", "it is really that bad", Begin);

        Assert.False(gate.Judge(room.Id(1), [QualityRoom.Of("pm25", Begin.AddYears(1), 10)])[0].IsUsable);
        Assert.True(gate.Judge(room.Id(2), [QualityRoom.Of("pm25", Begin.AddYears(1), 10, QualityFlag.Fail)])[0].IsUsable);
        Assert.True(gate.Judge(room.Id(3), [QualityRoom.Of("pm25", Begin.AddYears(1), 10)])[0].IsUsable);
    }

    internal static QualityGate NewGate(QualityRoom room) => NewGates(room).New();

    internal static QualityGates NewGates(QualityRoom room) => new(
        room.Limits, new StationNeighbours(new MemoryStations(room.Stations)), room.Judged, room.Withheld, room.Metrics, room.News);
}
