using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Cloud.Performance;

namespace EnviAgriNet.Cloud.Tests.Api.Kpi;

public sealed class KpiYearTests
{
    [Theory]
    [InlineData("2026-09-30T16:59:59Z", 10, 2026)]
    [InlineData("2026-09-30T17:00:00Z", 10, 2027)]
    [InlineData("2026-12-31T16:59:59Z", 1, 2026)]
    [InlineData("2026-12-31T17:00:00Z", 1, 2027)]
    public void Of_BorderInBangkokTime_IsTheYearItEndsIn(string time, int month, int year)
    {
        DateTimeOffset at = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        KpiYear found = KpiYear.Of(at, month);

        Assert.Equal(year, found.Year);
        Assert.Equal(KpiYear.Of(year, month), found);
        Assert.InRange(LocalDay.Of(at), found.FirstDay, found.EndDay - 1);
        Assert.InRange(found.EndDay - found.FirstDay, 365, 366);
    }

    [Fact]
    public void Options_TargetOutOfRangeOrOfNoYear_IsNamed()
    {
        KpiOptions options = new() { Targets = { ["2027"] = new KpiTargets { Reach = 1.5, Uptime = 0.9 }, ["soon"] = new KpiTargets() } };

        string[] faults = [.. options.Validate(new ValidationContext(options)).Select(r => r.ErrorMessage!)];

        Assert.Equal(["Kpi:Targets:2027:Reach is 0 to 1", "Kpi:Targets:soon is not a year from 2020 to 2100"], faults);
        Assert.Empty(KpiTargets.Examples.Faults("2027"));
    }
}
