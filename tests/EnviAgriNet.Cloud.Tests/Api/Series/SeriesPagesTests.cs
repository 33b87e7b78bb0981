using EnviAgriNet.Cloud.Api.Series;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Tests.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Api.Series;

public sealed class SeriesPagesTests : IDisposable
{
    private static readonly DateTimeOffset Begin = QualityRoom.Begin;
    private static readonly SeriesName Pm25 = SeriesName.Parse("pm25");

    private readonly QualityRoom _room = new(stations: 1);
    private readonly ManualTime _time = new(Begin.AddDays(40));

    private StationId Station => _room.Stations[0].Id;

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Of_AnyReadingsSpanAndWidth_EachPixelIsWhatAPlainLoopSays()
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            using QualityRoom room = new(stations: 1);
            Random random = new(seed);
            List<Reading> readings = Scatter(random);
            room.Commit(1, readings);
            DateTimeOffset from = Begin.AddSeconds(random.Next(200_000));
            DateTimeOffset to = from.AddSeconds(random.Next(60, 200_000));
            SeriesQuestion question = new(new SeriesId(room.Stations[0].Id, Pm25), from, to, random.Next(10, 500));

            SeriesView view = Pages(room).Of(question)!;

            CheckPixels(seed, view, readings.Where(r => r.TakenAt >= from && r.TakenAt < to).ToLookup(r =>
                (long)(r.TakenAt - view.From).TotalSeconds / view.StepS));
        }
    }

    [Fact]
    public void Of_MinutesWithAnOutage_LineBreaksOnceAndTheGapIsTold()
    {
        _room.Commit(1, [.. Minutes(0, 300), .. Minutes(600, 300)]);

        SeriesView view = Of(Begin, Begin.AddMinutes(900), 90);

        Assert.Equal("readings", view.Source);
        Assert.Equal([new GapView(Begin.AddMinutes(299), Begin.AddMinutes(600))], view.Gaps);
        int at = Assert.Single(Enumerable.Range(0, view.T.Count), i => view.Quality[i] == 9);
        Assert.Null(view.Min[at]);
        Assert.InRange(view.T[at], Begin.AddMinutes(299).ToUnixTimeSeconds() + 1, Begin.AddMinutes(600).ToUnixTimeSeconds() - 1);
        Assert.Equal(60, view.IntervalS);
        Assert.Equal(view.T.Order(), view.T);
        Assert.Equal(view.T.Count, view.T.Distinct().Count());
    }

    [Fact]
    public void Of_SuspectReadings_TakeNoPartInTheLineButAreShown()
    {
        _room.Commit(
            1,
            [.. Minutes(0, 100), new Reading(Pm25, Begin.AddMinutes(50).AddSeconds(30), 900, QualityFlag.Fail) { Test = QualityTest.Spike }]);

        SeriesView view = Of(Begin, Begin.AddMinutes(100), 10);

        int at = Assert.Single(Enumerable.Range(0, view.T.Count), i => view.Quality[i] == 4);
        Assert.Equal(("spike", 900, 900), (view.Test[at], view.DoubtMin[at], view.DoubtMax[at]));
        Assert.True(view.Max[at] < 200);
        Assert.Equal((10, 11), (view.Count[at], view.Total[at]));
    }

    [Fact]
    public void Of_WordOfAPerson_HoldsInThePicture()
    {
        _room.Commit(1, Minutes(0, 120));
        _room.Versions.AddOverride(
            new SeriesId(Station, Pm25), Begin.AddMinutes(30), Begin.AddMinutes(60), QualityFlag.Fail, "officer", "smoke of a kitchen", Begin);

        SeriesView view = Of(Begin, Begin.AddMinutes(120), 12);

        Assert.Equal(3, view.Quality.Count(q => q == 4));
        Assert.All(Enumerable.Range(0, 12).Where(i => view.Quality[i] == 4), i => Assert.Null(view.Mean[i]));
    }

    [Fact]
    public void Of_LongSpan_IsDrawnFromHoursAndDays_WithTheSameExtremes()
    {
        _room.Commit(1, Minutes(0, 60 * 72));

        SeriesView hours = Of(Begin, Begin.AddDays(40), 500);
        SeriesView days = Of(Begin, Begin.AddDays(40), 20);

        Assert.Equal(("hours", 7200), (hours.Source, hours.StepS));
        Assert.Equal(("days", 2 * 86_400), (days.Source, days.StepS));
        Assert.Equal(60 * 72, hours.Total.Sum());
        Assert.Equal(60 * 72, days.Total.Sum());
        Assert.Equal(hours.Max.Max(), days.Max.Max());
        Assert.Equal(Begin.AddDays(40), hours.Gaps[^1].To);
    }

    [Fact]
    public void Of_UnknownSeries_IsNothing()
    {
        _room.Commit(1, Minutes(0, 2));

        Assert.Null(Pages(_room).Of(new SeriesQuestion(new SeriesId(Station, SeriesName.Parse("humidity")), Begin, Begin.AddDays(1), 100)));
    }

    private static void CheckPixels(int seed, SeriesView view, ILookup<long, Reading> expected)
    {
        int rows = 0;
        for (int i = 0; i < view.T.Count; i++)
        {
            if (view.Quality[i] == 9)
            {
                continue;
            }

            long pixel = (view.T[i] - view.From.ToUnixTimeSeconds()) / view.StepS;
            List<Reading> all = [.. expected[pixel]];
            List<double> usable = [.. all.Where(r => r.IsUsable).Select(r => r.Value)];
            Assert.True(all.Count == view.Total[i] && usable.Count == view.Count[i], $"seed {seed}, pixel {pixel}: counts");
            Assert.True((int)all.Max(r => r.Quality) == view.Quality[i], $"seed {seed}, pixel {pixel}: worst");
            Assert.True(usable.Count == 0 ? view.Min[i] is null : usable.Min() == view.Min[i] && usable.Max() == view.Max[i], $"seed {seed}, pixel {pixel}: extremes");
            Assert.True(usable.Count == 0 || (usable[^1] == view.Last[i] && Math.Abs(usable.Average() - view.Mean[i]!.Value) < 0.01), $"seed {seed}, pixel {pixel}: mean and last");
            rows++;
        }

        Assert.True(rows == expected.Count, $"seed {seed}: {rows} rows where {expected.Count} have readings");
    }

    private static List<Reading> Scatter(Random random)
    {
        SortedDictionary<long, Reading> readings = [];
        for (int i = 0; i < 2_000; i++)
        {
            long second = random.Next(400_000);
            QualityFlag flag = random.Next(10) == 0 ? QualityFlag.Suspect : random.Next(20) == 0 ? QualityFlag.Fail : QualityFlag.Pass;
            readings[second] = new Reading(Pm25, Begin.AddSeconds(second), Math.Round(random.NextDouble() * 100, 1), flag);
        }

        return [.. readings.Values];
    }

    private static Reading[] Minutes(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => new Reading(Pm25, Begin.AddMinutes(i), 20 + (i % 17), QualityFlag.Pass))];

    private SeriesView Of(DateTimeOffset from, DateTimeOffset to, int points) =>
        Pages(_room).Of(new SeriesQuestion(new SeriesId(Station, Pm25), from, to, points))!;

    private SeriesPages Pages(QualityRoom room) =>
        new(room.Judged, new StationEditions(_time), new NetworkClock(NetworkTimeMode.Wall, _time));
}
