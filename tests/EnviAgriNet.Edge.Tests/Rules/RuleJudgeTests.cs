using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Protocol.Configs;

namespace EnviAgriNet.Edge.Tests.Rules;

public sealed class RuleJudgeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly LocalRule River = new()
    {
        Id = "river",
        Series = "water_level",
        Above = 4.5,
        Clear = 4.2,
        HoldSeconds = 120,
        ClearHoldSeconds = 300,
        GapSeconds = 600,
    };

    [Fact]
    public void Judge_LimitHeldForItsTime_RaisesAndOnlyBeyondTheLowerOneEnds()
    {
        AlarmState alarm = Run(River, AlarmState.Fresh, (0, 4.6), (60, 4.7));
        Assert.False(alarm.IsUp);
        alarm = Run(River, alarm, (120, 4.5));
        Assert.True(alarm.IsUp);
        Assert.Equal(Start.AddSeconds(120), alarm.RaisedAt);
        alarm = Run(River, alarm, (180, 4.3), (900, 4.2), (1200, 4.19), (1400, 4.1));
        Assert.True(alarm.IsUp);
        alarm = Run(River, alarm, (1500, 4.0));
        Assert.False(alarm.IsUp);
    }

    [Fact]
    public void Judge_OneReadingBack_BeginsTheHoldAnew()
    {
        AlarmState alarm = Run(River, AlarmState.Fresh, (0, 4.6), (60, 4.4), (119, 4.6), (200, 4.6));
        Assert.False(alarm.IsUp);
        Assert.True(Run(River, alarm, (239, 4.6)).IsUp);
    }

    [Fact]
    public void Judge_ASilence_NeitherHoldsNorEnds()
    {
        AlarmState alarm = Run(River, AlarmState.Fresh, (0, 4.6), (601, 4.6));
        Assert.False(alarm.IsUp);
        alarm = Run(River, alarm, (721, 4.6));
        Assert.True(alarm.IsUp);
        alarm = Run(River, alarm, (800, 4.0), (1401, 4.0));
        Assert.True(alarm.IsUp);
        Assert.False(Run(River, alarm, (1701, 4.0)).IsUp);
    }

    [Fact]
    public void Judge_LateReadingsAndRepeats_ChangeNothing()
    {
        AlarmState alarm = Run(River, AlarmState.Fresh, (0, 4.6), (120, 4.6));
        Assert.Same(alarm, Run(River, alarm, (120, 1.0), (60, 1.0), (-100_000, 1.0)));
    }

    [Fact]
    public void Judge_ClockThatWasAheadIsSetBack_JudgesOn()
    {
        AlarmState ahead = RuleJudge.Judge(River, AlarmState.Fresh, Start.AddDays(1), 4.6, Start.AddDays(1));
        Assert.Equal(Start, RuleJudge.Judge(River, ahead, Start, 4.6, Start).JudgedAt);
    }

    [Fact]
    public void Judge_BelowALimit_IsTheMirror()
    {
        LocalRule dry = new() { Id = "dry", Series = "soil_moisture", Below = 10, Clear = 12, GapSeconds = 600 };
        AlarmState alarm = Run(dry, AlarmState.Fresh, (0, 10));
        Assert.True(alarm.IsUp);
        alarm = Run(dry, alarm, (60, 12));
        Assert.True(alarm.IsUp);
        Assert.False(Run(dry, alarm, (120, 12.1)).IsUp);
    }

    [Fact]
    public void Judge_AnyOrderOfReadings_EndsWhereTheOrderedOnesEnd_WhenTheNewestComeLast()
    {
        // Whatever comes late between two readings, the state after them is the same.
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            (int, double)[] readings = [.. Enumerable.Range(0, 40).Select(i => (i * 60, 3.8 + random.NextDouble()))];
            AlarmState plain = Run(River, AlarmState.Fresh, readings);
            (int, double)[] disturbed = [.. readings.SelectMany((r, i) => new[] { r, readings[random.Next(i + 1)] })];
            Assert.True(plain == Run(River, AlarmState.Fresh, disturbed), $"seed {seed}");
        }
    }

    private static AlarmState Run(LocalRule rule, AlarmState alarm, params (int Seconds, double Value)[] readings)
    {
        foreach ((int seconds, double value) in readings)
        {
            alarm = RuleJudge.Judge(rule, alarm, Start.AddSeconds(seconds), value, Start.AddDays(2));
        }

        return alarm;
    }
}
