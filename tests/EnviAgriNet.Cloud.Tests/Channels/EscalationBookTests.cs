using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using Microsoft.Extensions.Options;
using static EnviAgriNet.Cloud.Tests.Alerts.Release.ReleaseRoom;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class EscalationBookTests
{
    [Fact]
    public void Step_NobodyAnswers_CallsEachListOnceUntilSomebodyDoes()
    {
        using ReleaseRoom room = new(Waits(Cloud.Alerts.Release.ReleaseEnd.Send));
        OfficerBook officers = new(
            room.Registry.Database, room.Audit, new RecipientBook(room.Registry.Database, new AddressVault(room.Registry.Keys)), room.Time);
        officers.Add(new Officer("somchai", new HashSet<Role> { Role.Admin }), null);
        officers.Add(Malee, "somchai");
        officers.Add(Suda, "somchai");
        Assert.True(PhoneNumber.TryParse("0812345678", out PhoneNumber number));
        Assert.Null(officers.SetPhone("malee", number, "somchai"));
        Assert.Null(officers.SetPhone("somchai", number, "somchai"));
        EscalationOptions options = new()
        {
            Steps =
            [
                new EscalationStep { After = TimeSpan.FromMinutes(2), Officers = "malee, suda" },
                new EscalationStep { After = TimeSpan.FromMinutes(4), Officers = "somchai" },
            ],
        };
        EscalationBook Book() => new(room.Registry.Database, room.Registry.Deliveries, officers, room.Holds, Options.Create(options));
        AlertVersion alert = room.Open();

        int At(double minutes) => Book().Step(Start.AddMinutes(minutes), room.Time.Now);
        Assert.Equal([0, 1, 0, 1, 0], new[] { 1, 2, 3, 4.5, 5 }.Select(At));
        Assert.Equal(2, room.Registry.Deliveries.Newest(9).Count(d => d.State == "queued" && d.Channel == "sms"));
        string text = (string)room.Registry.Database.Read(c => Cloud.Registry.RegistrySql.One(c, "SELECT text FROM message LIMIT 1"))!;
        Assert.StartsWith($"คำเตือน #{alert.Number} รออนุมัติถึง 12:10", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 20, 70);
        Assert.Equal(
            ["step 1 to malee; without a number: suda", "step 2 to somchai"],
            room.Audit.List(null, null, 99).Where(l => l.Entry.Action == "alert.escalated").Select(l => l.Entry.Detail.Split(": ", 2)[1]));

        AlertVersion answered = room.Open(id: "E2");
        room.Desk.Drop(answered.Number, Malee, "x");
        Assert.Equal(0, Book().Step(Start.AddMinutes(9), room.Time.Now));
    }
}
