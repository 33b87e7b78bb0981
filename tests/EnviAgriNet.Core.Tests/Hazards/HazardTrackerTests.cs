using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Hazards;

public sealed class HazardTrackerTests
{
    private static readonly HazardRule Rule = DefaultRules.Of(HazardKind.Haze);
    private static readonly HazeEvidence Evidence = new(
        StationId.Parse("cm-city"), 40, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, 40)!.Value, 24);

    [Fact]
    public void Judge_RandomSequences_KeepsTheOrderOfAnEvent()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            List<HazardChange> changes = Run(new Random(seed), 2000);
            string? open = null;
            HazardLevel level = HazardLevel.None;
            HashSet<string> ids = [];
            foreach (HazardChange change in changes)
            {
                string what = $"seed {seed}: {change}";
                switch (change.Kind)
                {
                    case ChangeKind.Opened:
                        Assert.True(open is null && ids.Add(change.EventId), what);
                        open = change.EventId;
                        level = change.Level;
                        break;
                    case ChangeKind.Ended or ChangeKind.Lapsed:
                        Assert.True(open == change.EventId && change.Level == HazardLevel.None, what);
                        open = null;
                        break;
                    case ChangeKind.LevelChanged:
                        Assert.True(open == change.EventId && change.Level != HazardLevel.None, what);
                        level = change.Level;
                        break;
                    case ChangeKind.Proposed:
                        Assert.True(open == change.EventId && level < HazardLevel.Severe, what);
                        break;
                    default:
                        Assert.True(open == change.EventId && change.Level == level, what);
                        break;
                }

                Assert.True(change.ExpiresAt > change.At || change.Kind == ChangeKind.Lapsed, what);
            }
        }
    }

    [Fact]
    public void Judge_RandomSequences_NeverLowersALevelWithinTheClearHold()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            DateTimeOffset raised = DateTimeOffset.MinValue;
            foreach (HazardChange change in Run(new Random(seed), 2000))
            {
                bool isRaise = change.Kind == ChangeKind.Opened
                    || (change.Kind == ChangeKind.LevelChanged && change.Level > change.Previous);
                bool isFall = change.Kind == ChangeKind.Ended
                    || (change.Kind == ChangeKind.LevelChanged && change.Level < change.Previous);
                raised = isRaise ? change.At : raised;
                Assert.True(!isFall || change.At - raised >= Rule.Timing.ClearHold, $"seed {seed}: {change}");
            }
        }
    }

    [Fact]
    public void Judge_ValueAroundTheLimit_DoesNotFlap()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        for (int hour = 0; hour < 1000; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, hour % 2, Math.Max(1, hour % 2)), true, changes);
        }

        Assert.DoesNotContain(changes, c => c.Kind != ChangeKind.Extended && c.Kind != ChangeKind.Opened);
        Assert.True(changes.Count(c => c.Kind == ChangeKind.Opened) <= 1);
    }

    [Fact]
    public void Judge_EndSeenInLateReadings_IsToldWithTheFirstLiveOne()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        for (int hour = 0; hour < 3; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 1, 1), true, changes);
        }

        for (int hour = 3; hour < 12; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 0, 0), false, changes);
        }

        Assert.Equal([ChangeKind.Opened], changes.Select(c => c.Kind));
        tracker.Judge(ProvinceBench.Start.AddHours(12), Of(12, 0, 0), true, changes);
        Assert.Equal((ChangeKind.Ended, true), (changes[^1].Kind, changes[^1].IsLive));
    }

    [Fact]
    public void Judge_WarningThatRunsOutWithinTheClearHold_IsExtendedAndThenEnded()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        int falls = (int)Rule.Timing.Validity.TotalHours;
        for (int hour = 0; hour < 3; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 1, 1), true, changes);
        }

        // Nothing is heard for most of its life, then the level is low for as long as the hold takes.
        for (int hour = falls; hour < falls + 6; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 0, 0), true, changes);
        }

        Assert.Equal([ChangeKind.Opened, ChangeKind.Extended, ChangeKind.Ended], changes.Select(c => c.Kind));
    }

    /// <summary>P6: two high hours with a long silence between them are no hour of haze.</summary>
    [Fact]
    public void Judge_HighAgainAfterASilence_BeginsItsHoldAnew()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        int back = (int)Rule.Timing.SilenceAfter.TotalHours + 1;
        tracker.Judge(ProvinceBench.Start, Of(0, 1, 1), true, changes);
        tracker.Judge(ProvinceBench.Start.AddHours(back), Of(back, 1, 1), true, changes);
        Assert.Empty(changes);
        tracker.Judge(ProvinceBench.Start.AddHours(back + 1), Of(back + 1, 1, 1), true, changes);
        Assert.Equal([ChangeKind.Opened], changes.Select(c => c.Kind));
    }

    /// <summary>P5: whoever was told nothing gets no all-clear, even when its end is seen live.</summary>
    [Fact]
    public void Judge_EventOfThePastThatEndsNow_TellsNobody()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        for (int hour = 0; hour < 3; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 1, 1), false, changes);
        }

        for (int hour = 3; hour < 7; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, 0, 0), true, changes);
        }

        Assert.Equal([(ChangeKind.Opened, false), (ChangeKind.Ended, false)], changes.Select(c => (c.Kind, c.IsLive)));
    }

    [Fact]
    public void Judge_SevereWithoutWitnessThatSankAndCameBack_IsProposedAgain()
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        int[] levels = [2, 2, 2, 1, 1, 1, 1, 2, 2, 2];
        for (int hour = 0; hour < levels.Length; hour++)
        {
            tracker.Judge(ProvinceBench.Start.AddHours(hour), Of(hour, levels[hour], levels[hour]) with { IsWitnessed = false }, true, changes);
        }

        Assert.Equal([ChangeKind.Opened, ChangeKind.Proposed, ChangeKind.Proposed], changes.Select(c => c.Kind));
    }

    [Fact]
    public void State_KeptAndBroughtBackAnywhere_ChangesNothing()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            List<HazardChange> straight = Run(new Random(seed), 500);
            List<HazardChange> stopped = Run(new Random(seed), 500, rebuildEvery: 7);
            Assert.True(straight.SequenceEqual(stopped), $"seed {seed}");
        }
    }

    private static HazardTracker NewTracker() =>
        new(RegionId.Parse("5001"), HazardKind.Haze, Rule.Timing, TrackerState.Quiet);

    private static List<HazardChange> Run(Random random, int steps, int rebuildEvery = int.MaxValue)
    {
        HazardTracker tracker = NewTracker();
        List<HazardChange> changes = [];
        DateTimeOffset at = ProvinceBench.Start;
        int raise = 0;
        for (int i = 0; i < steps; i++)
        {
            at += TimeSpan.FromMinutes(random.Next(20) == 0 ? random.Next(3000) : random.Next(1, 90));
            raise = random.Next(4) == 0 ? random.Next(3) : raise;
            int hold = Math.Min(2, raise + (random.Next(3) == 0 ? 1 : 0));
            if (random.Next(10) == 0)
            {
                tracker.Advance(at, changes);
            }
            else
            {
                RegionJudgement judgement = new(
                    raise >= 1 ? at : null, raise >= 2 ? at : null, (HazardLevel)hold, (HazardLevel)random.Next(0, 2),
                    random.Next(3) > 0, () => Evidence);
                tracker.Judge(at, judgement, random.Next(10) > 0, changes);
            }

            if (i % rebuildEvery == 0)
            {
                tracker = new HazardTracker(RegionId.Parse("5001"), HazardKind.Haze, Rule.Timing, tracker.State);
            }
        }

        return changes;
    }

    private static RegionJudgement Of(int hour, int raise, int hold) => new(
        raise >= 1 ? ProvinceBench.Start.AddHours(hour) : null, raise >= 2 ? ProvinceBench.Start.AddHours(hour) : null,
        (HazardLevel)hold, HazardLevel.None, true, () => Evidence);
}
