using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Registration;

public sealed class RegistrationDeskTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly RegistrationRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Confirm_RightCode_RegistersOnce_AndAReplayIsRefused()
    {
        string? name = _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish());
        string code = _room.CodeOf(name);
        Assert.Empty(_room.Subscribers.All());

        Confirmation first = _room.Desk.Confirm(name, $" {code[..3]}-{code[3..]}");
        Confirmation replayed = _room.Desk.Confirm(name, code);

        Assert.Equal((ConfirmationFate.Right, 1L), (first.Fate, first.Subscriber));
        Assert.Equal((ConfirmationFate.Gone, null), (replayed.Fate, replayed.Subscriber));
        Subscriber person = Assert.Single(_room.Subscribers.All());
        Assert.Equal((ConsentTexts.Current, "web", _room.Time.GetUtcNow()), (person.Consent.Version, person.Consent.Way, person.Consent.At));
        Assert.Equal(RegistrationRoom.Number, _room.Room.Recipients.AddressOf("1", "sms"));
    }

    [Fact]
    public void Confirm_FiveWrongCodes_NeedANewOne()
    {
        string? name = _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish());
        string code = _room.CodeOf(name);
        string wrong = code == "000000" ? "000001" : "000000";

        int[] left = [.. Enumerable.Range(0, 5).Select(_ => _room.Desk.Confirm(name, wrong).TriesLeft)];

        Assert.Equal([4, 3, 2, 1, 0], left);
        Assert.Equal(ConfirmationFate.Gone, _room.Desk.Confirm(name, code).Fate);
        Assert.Empty(_room.Subscribers.All());
    }

    [Fact]
    public void Confirm_TooLate_OrOfAnotherQuestion_IsRefused()
    {
        string? first = _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish());
        string? second = _room.Desk.Begin("sms", "+66898765432", RegistrationRoom.Wish());
        string firstCode = _room.CodeOf(first);
        string secondCode = _room.CodeOf(second);

        Assert.True(firstCode == secondCode || _room.Desk.Confirm(second, firstCode).Fate == ConfirmationFate.Wrong);
        _room.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(ConfirmationFate.Gone, _room.Desk.Confirm(first, firstCode).Fate);
        Assert.All(new[] { null, "", "x", new string('a', 10_000), first + "0" }, name =>
            Assert.Equal(ConfirmationFate.Gone, _room.Desk.Confirm(name, firstCode).Fate));
    }

    [Fact]
    public void Begin_ThreeAnHourAndSixADay_AndNoMore()
    {
        bool Begin() => _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish()) is not null;

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => Begin()));
        _room.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => Begin()));
        _room.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.False(Begin());
        _room.Time.Advance(TimeSpan.FromHours(24));
        Assert.True(Begin());
    }

    [Fact]
    public void Begin_OfAStranger_ChangesNothingOfARegisteredPerson()
    {
        long id = _room.Register();
        Subscriber before = _room.Subscribers.Find(id)!;

        string? name = _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish("en", "90"));
        _room.Desk.Confirm(name, "12345");

        Assert.Equal(Describe(before), Describe(_room.Subscribers.Find(id)!));
        _room.Desk.Confirm(name, _room.CodeOf(name));
        Assert.Equal(("en", "90"), (_room.Subscribers.Find(id)!.Language, _room.Subscribers.Find(id)!.Regions[0].Code));
        Assert.Single(_room.Subscribers.All());
    }

    [Fact]
    public void Confirm_Manage_OpensOnesOwnAndTellsOnlyTheOwnerThatThereIsNone()
    {
        long id = _room.Register();
        string? mine = _room.Desk.BeginManage("sms", RegistrationRoom.Number, "th");
        string? nobodys = _room.Desk.BeginManage("sms", "+66898765432", "th");

        Assert.Equal(id, _room.Desk.Confirm(mine, _room.CodeOf(mine)).Subscriber);
        Assert.Equal(ConfirmationFate.Nobody, _room.Desk.Confirm(nobodys, _room.CodeOf(nobodys)).Fate);
    }

    [Fact]
    public void BeginBySms_NumberIsProvenBySending_AndConsentStandsWithItsWay()
    {
        SmsRegistration first = BySms("50");
        SmsRegistration again = BySms("5001");

        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(first.Subscriber, again.Subscriber);
        Assert.InRange(first.Text.Length, 10, 70);
        Subscriber person = Assert.Single(_room.Subscribers.All());
        Assert.Equal(("5001", "sms"), (Assert.Single(person.Regions).Code, person.Consent.Way));
        SmsRegistration BySms(string place) => _room.Room.Database.Write(t => _room.Desk.BeginBySms(
            t, RegistrationRoom.Number, "th", [RegionId.Parse(place)], [], _room.Time.GetUtcNow()));
    }

    [Fact]
    public void Stop_QueuedDeliveries_EndInTheSameTransaction_OfThatContactOnly()
    {
        long id = _room.Register();
        _room.Register("+66898765432");
        _room.Room.Target(FakeAlertBook.Alert());

        // Half way through, the transaction fails: nothing of the STOP may stay.
        Assert.Throws<InvalidOperationException>(() => _room.Room.Database.Write<int>(t =>
        {
            _room.Desk.Stop(t, "sms", RegistrationRoom.Number, _room.Time.GetUtcNow());
            throw new InvalidOperationException("crash");
        }));
        Assert.Equal(2, Warnings("queued"));

        StopAnswer answer = _room.Stop();

        Assert.True(answer.WasSubscribed);
        Assert.Equal((1, 1), (Warnings("queued"), Warnings("expired")));
        Assert.Equal("stopped", _room.Room.Deliveries.Newest(10).Single(line => line.Recipient == $"{id}" && line.State == "expired").Reason);
        Assert.Null(_room.Room.Recipients.AddressOf($"{id}", "sms"));
        Assert.Equal(ContactState.Stopped, Assert.Single(_room.Subscribers.Find(id)!.Contacts).State);
        Assert.Empty(_room.Subscribers.Find(id)!.Regions);

        // The next version finds the other one only; and a second STOP is answered alike.
        Assert.Equal(1, _room.Room.Target(FakeAlertBook.Alert(version: 2)).People);
        Assert.Equal(answer.Text, _room.Stop().Text);
    }

    [Fact]
    public void Stop_OfAStrangersNumber_StopsTheStrangerOnly()
    {
        long id = _room.Register();

        // The text may name any number; the desk is given the sender's address and nothing else.
        StopAnswer answer = _room.Stop("+66898765432");

        Assert.False(answer.WasSubscribed);
        Assert.Equal(RegistrationRoom.Number, _room.Room.Recipients.AddressOf($"{id}", "sms"));
    }

    [Fact]
    public async Task Stop_DuringASend_IsHonouredByTheRunningDispatcher()
    {
        long[] people = [.. Enumerable.Range(0, 200).Select(n => _room.Room.Database.Write(t => _room.Desk.BeginBySms(
            t, $"+66810000{n:000}", "th", [RegionId.Parse("500101")], [], _room.Time.GetUtcNow())).Subscriber)];
        _room.Room.Target(FakeAlertBook.Alert());
        RecipientBook recipients = _room.Room.Recipients;
        TaskCompletionSource half = new();
        TaskCompletionSource stopped = new();
        int sent = 0;
        ScriptedChannel channel = new(async job =>
        {
            int turn = Interlocked.Increment(ref sent);
            if (turn == 50)
            {
                half.SetResult();
            }

            // The rest waits, or on a busy machine all would be gone before the word arrives.
            if (turn >= 50 || job.Recipient == $"{people[49]}")
            {
                await stopped.Task;
            }

            return recipients.AddressOf(job.Recipient, "sms") is null ? SendOutcome.Refused("stopped") : SendOutcome.Sent;
        })
        {
            Pace = new() { RatePerSecond = 10_000, InFlightMax = 10 },
        };
        using ChannelBells bells = new();
        await using ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using Dispatcher dispatcher = new(
            channel, _room.Room.Deliveries, bells, new ChannelMetrics(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), TimeProvider.System, 7, NullLogger<Dispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);
        await half.Task.WaitAsync(Limit);
        _room.Stop("+66810000199");
        _room.Stop("+66810000049");
        stopped.SetResult();

        await Eventually.HoldsAsync("all others are sent", Limit, () => _room.Room.Deliveries.Counts()["sent"] == 198);
        await dispatcher.StopAsync(CancellationToken.None);
        Assert.Equal("stopped", _room.Room.Deliveries.Newest(1_000).Single(d => d.Recipient == $"{people[199]}").Reason);
        Assert.Equal("stopped", _room.Room.Deliveries.Newest(1_000).Single(d => d.Recipient == $"{people[49]}").Reason);
    }

    [Fact]
    public void Import_OfWhoStopped_IsRefused_UntilTheyComeBackThemselves()
    {
        const string Csv = "phone,language,region,channel,consent_at\n0812345678,th,50,sms,2026-05-01T09:00:00+07:00\n0898765432,th,50,sms,2026-05-01T09:00:00+07:00\n";
        Assert.Equal(2, _room.Import.Run(new StringReader(Csv)).Added);
        _room.Stop();

        ImportReport report = _room.Import.Run(new StringReader(Csv));

        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal((2, "phone", "stopped; needs own consent", 1), (fault.Row, fault.Column, fault.Reason, report.Unchanged));
        Assert.Null(_room.Room.Recipients.AddressOf("1", "sms"));
        Assert.Equal(1, _room.Register());
        Assert.Equal(RegistrationRoom.Number, _room.Room.Recipients.AddressOf("1", "sms"));

        // What they chose themselves is newer than the list.
        Assert.Equal(2, _room.Import.Run(new StringReader(Csv)).Unchanged);
        Assert.Equal("web", _room.Subscribers.Find(1)!.Consent.Way);
    }

    [Fact]
    public void Confirm_AddedAddress_MovesToWhoProvedIt()
    {
        long id = _room.Register();
        long other = _room.Register("somchai@example.th", "email");
        string? name = _room.Desk.BeginAdd(id, "email", "somchai@example.th", "th");
        Assert.Equal("somchai@example.th", _room.Room.Recipients.AddressOf($"{other}", "email"));

        Assert.Equal(id, _room.Desk.Confirm(name, _room.CodeOf(name)).Subscriber);

        Assert.Equal("somchai@example.th", _room.Room.Recipients.AddressOf($"{id}", "email"));
        Assert.Null(_room.Room.Recipients.AddressOf($"{other}", "email"));
        Assert.Null(_room.Subscribers.Find(other));
    }

    [Fact]
    public void Texts_InThaiAndEnglish_FitOneSms()
    {
        foreach (string language in (string[])["th", "en", "lo", "my", "km", "ms"])
        {
            Assert.InRange(RegistrationTexts.Code(language, "123456").Length, 20, 70);
            Assert.InRange(RegistrationTexts.Registered(language).Length, 20, 70);
            Assert.InRange(RegistrationTexts.Stopped(language).Length, 20, 70);
        }
    }

    private int Warnings(string state) =>
        _room.Room.Deliveries.Newest(1_000).Count(line => line.State == state && line.Channel == "sms" && !line.Alert.StartsWith("code:", StringComparison.Ordinal));

    private static string Describe(Subscriber s) => $"{s.Language} {string.Join(';', s.Regions)} {string.Join(';', s.Crops)} {s.Consent}";
}
