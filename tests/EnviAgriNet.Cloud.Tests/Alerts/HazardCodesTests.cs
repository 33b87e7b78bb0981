using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Tests.Alerts;

public sealed class HazardCodesTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compose_EveryHazardAndLevel_IsAValidPublicDocument()
    {
        CapComposer composer = new(new AlertsOptions());
        foreach (HazardKind hazard in Enum.GetValues<HazardKind>())
        {
            foreach (HazardLevel level in Enum.GetValues<HazardLevel>())
            {
                HazardChange change = new(
                    ChangeKind.Opened, RegionId.Parse("5001"), hazard, "5001-event", At, level, HazardLevel.None, At, At.AddHours(6),
                    true, new MeasureEvidence(StationId.Parse("cm-city"), [new MeasuredValue("rain_24h", 120, "mm")]));
                AlertContent content = AlertComposer.Compose(change, new Place("บ้านปง", "Ban Pong"), "ผู้ส่ง", "sender", false);
                AlertVersion version = new(
                    "urn:oid:2.49.0.1.764.0.2026.4.1.7.0.0.1", change.EventId, 1, "Alert", level == HazardLevel.None, hazard.Code(),
                    content.Severity, AlertState.Released, change.Region, At, At, change.ExpiresAt, content.Texts,
                    content.IsSiren, string.Empty, true);

                CapAlert cap = composer.Compose(version, content, At, [], isExercise: false);

                Assert.True(CapRules.Check(cap).Count == 0, $"{hazard} {level}: {string.Join("; ", CapRules.Check(cap))}");
                Assert.Empty(CapRules.CheckPublicFeed(cap));
                Assert.Contains(new CapValue("rain_24h", "120.0"), cap.Infos[0].Parameters);
                Assert.Equal(level == HazardLevel.None, cap.Infos[0].ResponseTypes.Contains(CapResponseType.AllClear));
            }
        }
    }
}
