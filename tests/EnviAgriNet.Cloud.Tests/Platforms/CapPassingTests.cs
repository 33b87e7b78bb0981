using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Platforms;

public sealed class CapPassingTests : IDisposable
{
    private readonly IncomingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Pass_ByAReleaser_MakesReleasedAlertsThatSayWhoSaidItFirst()
    {
        long number = _room.Take(IncomingRoom.Alert()).Number;

        (IReadOnlyList<string> identifiers, string? refusal) = _room.Pass(number);

        Assert.Null(refusal);
        IReadOnlyList<AlertVersion> released = _room.Alerts.Untargeted();
        Assert.Equal(identifiers, released.Select(r => r.Identifier));
        Assert.Equal(["50", "51"], released.Select(r => r.Region.Code));
        AlertVersion version = released[0];
        Assert.Equal("TMD: พื้นที่เสี่ยงภัยฝนตกหนักมากบริเวณประเทศไทย", version.Sms["th"]);
        Assert.Equal("TMD: Very Heavy Rain", version.Sms["en"]);
        Assert.All(version.Sms.Values, s => Assert.InRange(s.Length, 1, SmsText.UnitsMax));
        Assert.Equal(("Alert", "flash-flood", "Extreme", false), (version.Type, version.Hazard, version.Severity, version.Siren));
        CapAlert cap = Valid(version);
        Assert.Equal("TMD,a-1,2026-09-24T00:00:00-00:00", cap.Source);
        Assert.Equal("TMD แจ้งต่อโดยเครือข่าย EnviAgriNet", cap.Infos[0].SenderName);
        Assert.Equal([("DOPA", "50"), ("ISO3166-2", "TH-50")], cap.Infos[0].Areas[0].Geocodes.Select(g => (g.Name, g.Value)));
        Assert.True(WmoIdentifier.TryParse(cap.Identifier, out _));
        Assert.Equal(2, _room.Audit.List(null, null, 99).Count(l => l.Entry is { Action: "cap.passed", Actor: "malee" }));
        Assert.Equal(identifiers, _room.Book.Find(number)!.PassedAs);
        Assert.True(_room.Alerts.WaitForReleaseAsync(CancellationToken.None).IsCompleted);
        Assert.Equal(2, _room.Alerts.Open().Count);
    }

    [Fact]
    public void Pass_TheWholeChain_UpdatesAndThenCancelsOurs()
    {
        CapAlert first = IncomingRoom.Alert();
        CapAlert update = IncomingRoom.Next(first, CapMessageType.Update, "a-2", 10);
        CapAlert cancel = IncomingRoom.Next(update, CapMessageType.Cancel, "a-3", 20) with { Infos = [] };
        string[] ours = [.. new[] { first, update, cancel }.Select(a =>
        {
            (IReadOnlyList<string> made, string? refusal) = _room.Pass(_room.Take(a).Number, hazard: HazardKind.RiverFlood, regions: "5001");
            Assert.Null(refusal);
            _room.Time.Now = _room.Time.Now.AddMinutes(1);
            return made.Single();
        })];

        AlertVersion[] versions = [.. ours.Select(o => _room.Alerts.Find(o)!)];
        Assert.Equal([("Alert", 1), ("Update", 2), ("Cancel", 3)], versions.Select(v => (v.Type, v.Version)));
        CapAlert last = Valid(versions[2]);
        Assert.Equal(2, last.References!.Split(' ').Length);
        Assert.NotNull(last.Note);
        Assert.Equal([CapResponseType.AllClear], last.Infos[0].ResponseTypes);
        Assert.StartsWith("ยุติแล้ว TMD: ", versions[2].Sms["th"], StringComparison.Ordinal);
        Assert.StartsWith("Over: TMD: ", versions[2].Sms["en"], StringComparison.Ordinal);
        Assert.Empty(_room.Alerts.Open());
    }

    [Fact]
    public void Pass_AfterAVersionWithAHigherNumber_IsTheNextOne()
    {
        CapAlert first = IncomingRoom.Alert();
        string ours = _room.Pass(_room.Take(first).Number, hazard: HazardKind.RiverFlood, regions: "5001").Identifiers.Single();
        _room.Database.Write(c => Cloud.Registry.RegistrySql.Run(c, "UPDATE alert SET version = 4 WHERE identifier = $ours", ("$ours", ours)));
        _room.Time.Now = _room.Time.Now.AddMinutes(1);

        (IReadOnlyList<string> made, string? refusal) = _room.Pass(
            _room.Take(IncomingRoom.Next(first, CapMessageType.Update, "a-2", 10)).Number, hazard: HazardKind.RiverFlood, regions: "5001");

        Assert.Null(refusal);
        Assert.Equal(5, _room.Alerts.Find(made.Single())!.Version);
    }

    [Fact]
    public void Pass_WhatMayNotBePassed_IsRefusedAndNothingIsDone()
    {
        long number = _room.Take(IncomingRoom.Alert()).Number;
        long refused = _room.Take(Encoding.UTF8.GetBytes("<x/>")).Number;
        long exercise = _room.Take(IncomingRoom.Alert("e-1") with { Status = CapStatus.Exercise }).Number;
        long nowhere = _room.Take(IncomingRoom.Alert("n-1") with { Infos = [IncomingRoom.Alert().Infos[0] with { Areas = [] }] }).Number;
        CapInfo odd = IncomingRoom.Alert().Infos[0] with { Event = "Solar storm x", Headline = "Sunspots" };

        AssertRefused(_room.Pass(number, by: "suda"), "does not have the role releaser");
        AssertRefused(_room.Pass(number, by: "nobody"), "not an active officer");
        AssertRefused(_room.Pass(99), "no incoming alert");
        AssertRefused(_room.Pass(refused), "it is refused");
        AssertRefused(_room.Pass(exercise), "status is Exercise");
        AssertRefused(_room.Pass(nowhere), "--region");
        AssertRefused(_room.Pass(_room.Take(IncomingRoom.Alert("o-1") with { Infos = [odd with { Event = "Sunspots" }] }).Number), "--hazard");
        Assert.Empty(_room.Alerts.Untargeted());

        Assert.Null(_room.Pass(number, regions: "50").Refusal);
        AssertRefused(_room.Pass(number, regions: ["51", "50"]), "already");
        Assert.Single(_room.Alerts.Untargeted());

        long update = _room.Take(IncomingRoom.Next(IncomingRoom.Alert(), CapMessageType.Update, "a-2", 5)).Number;
        AssertRefused(_room.Pass(number, regions: "52"), "took its place");
        _room.Time.Now = IncomingRoom.Now.AddHours(7);
        AssertRefused(_room.Pass(update, regions: "50"), "expired");
    }

    [Fact]
    public void Pass_ACallToEvacuate_TakesTwoReleasers()
    {
        CapInfo info = IncomingRoom.Alert().Infos[0] with { ResponseTypes = [CapResponseType.Evacuate] };
        long number = _room.Take(IncomingRoom.Alert() with { Infos = [info] }).Number;

        AssertRefused(_room.Pass(number), "--second");
        AssertRefused(_room.Pass(number, second: "malee"), "another person");
        AssertRefused(_room.Pass(number, second: "suda"), "does not have the role");
        Assert.Null(_room.Pass(number, second: "somchai").Refusal);
        Assert.Contains(_room.Audit.List(null, null, 99), l => l.Entry.Detail.EndsWith("with somchai", StringComparison.Ordinal));
    }

    [Fact]
    public void EndExpired_WhatWasPassedOn_LeavesWithItsExpiry()
    {
        _room.Pass(_room.Take(IncomingRoom.Alert()).Number);

        Assert.Equal(0, _room.Adoption.EndExpired(IncomingRoom.Now.AddHours(5)));
        Assert.Equal(2, _room.Adoption.EndExpired(IncomingRoom.Now.AddHours(6)));
        Assert.Empty(_room.Alerts.Open());
    }

    private static CapAlert Valid(AlertVersion version)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(version.CapXml);
        Assert.Empty(CapSchema.FaultsOf(bytes));
        CapAlert cap = CapReader.Read(bytes).Alert!;
        Assert.Empty(CapRules.Check(cap));
        return cap;
    }

    private static void AssertRefused((IReadOnlyList<string> Identifiers, string? Refusal) result, string reason)
    {
        Assert.Empty(result.Identifiers);
        Assert.Contains(reason, result.Refusal, StringComparison.Ordinal);
    }
}
