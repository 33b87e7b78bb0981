using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Tests.Windows;

public sealed class SlotWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void HoursAt_MinuteAndHourlyStation_HaveTheSameMean()
    {
        DayWindow minutes = new();
        DayWindow hours = new();
        for (int hour = 0; hour < 24; hour++)
        {
            hours.Add(Start.AddHours(hour), 10 + hour);
            for (int minute = 0; minute < 60; minute++)
            {
                minutes.Add(Start.AddHours(hour).AddMinutes(minute), 10 + hour);
            }
        }

        DateTimeOffset at = Start.AddHours(23).AddMinutes(59);
        Assert.Equal(hours.HoursAt(at).Average(h => h.Mean), minutes.HoursAt(at).Average(h => h.Mean), 9);
        Assert.Equal(24, hours.HoursAt(at).Count);
    }

    [Fact]
    public void Add_AnyOrder_GivesTheSameWindow()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            List<(DateTimeOffset At, double Value)> readings = Enumerable.Range(0, 500)
                .Select(_ => (Start.AddSeconds(random.Next(24 * 3600)), random.NextDouble() * 500)).DistinctBy(r => r.Item1).ToList();
            DateTimeOffset until = Start.AddHours(24).AddSeconds(-1);
            IReadOnlyList<Slot> ordered = Fill(readings.OrderBy(r => r.At)).HoursAt(until);
            readings = readings.OrderBy(_ => random.Next()).ToList();

            Assert.True(ordered.SequenceEqual(Fill(readings).HoursAt(until)), $"seed {seed}");
        }

        static DayWindow Fill(IEnumerable<(DateTimeOffset At, double Value)> readings)
        {
            DayWindow window = new();
            foreach ((DateTimeOffset at, double value) in readings)
            {
                window.Add(at, value);
            }

            return window;
        }
    }

    [Fact]
    public void Add_OlderThanTheWindow_ChangesNothing()
    {
        DayWindow window = new();
        window.Add(Start, 10);

        Assert.False(window.Add(Start.AddHours(-25), 1000));
        Assert.Equal(Start, window.LatestAt);
        Assert.Equal(10, window.HoursAt(Start).Single().Mean);
    }

    [Fact]
    public void Slots_AfterALongGap_HoldNothingOfBefore()
    {
        DayWindow window = new();
        window.Add(Start, 10);
        window.Add(Start.AddDays(40), 20);

        Assert.Equal(20, window.HoursAt(Start.AddDays(40)).Single().Mean);
        Assert.Empty(window.HoursAt(Start));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void Add_ImpossibleValue_IsNotTaken(double value) => Assert.False(new DayWindow().Add(Start, value));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void RisePerHour_SteadyRise_IsItsRate(int stepMinutes)
    {
        RecentWindow window = new();
        for (int minute = 0; minute <= 180; minute += stepMinutes)
        {
            window.Add(Start.AddMinutes(minute), 2 + (0.3 * minute / 60));
        }

        Assert.Equal(0.3, window.RisePerHour()!.Value, 0.001);
    }

    [Fact]
    public void RisePerHour_OneSpike_IsHardlyMoved()
    {
        RecentWindow window = new();
        for (int minute = 0; minute <= 180; minute += 10)
        {
            window.Add(Start.AddMinutes(minute), minute == 150 ? 30 : 2);
        }

        Assert.Equal(0, window.RisePerHour()!.Value, 0.001);
    }

    [Fact]
    public void RisePerHour_TooFewPoints_IsNull()
    {
        RecentWindow window = new();
        Assert.Null(window.RisePerHour());
        window.Add(Start, 2);
        Assert.Null(window.RisePerHour());
        window.Add(Start.AddMinutes(10), 3);
        Assert.Null(window.RisePerHour());
        window.Add(Start.AddMinutes(60), 4);
        Assert.NotNull(window.RisePerHour());
    }
}
