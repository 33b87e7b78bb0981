using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Registration;

public sealed class PersonalFileTests : IDisposable
{
    private readonly RegistrationRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Export_HasAllThatIsStored_AndIsWrittenDown()
    {
        long id = _room.Register();
        _room.Room.Target(FakeAlertBook.Alert());

        JsonObject file = _room.Files.Export(id, "malee")!;

        Assert.Equal("eag-person-1", (string?)file["form"]);
        Assert.Equal(RegistrationRoom.Number, (string?)file["contacts"]![0]!["address"]);
        Assert.Equal(("th", "500101", "rice"), ((string?)file["language"], (string?)file["places"]![0], (string?)file["crops"]![0]));
        Assert.Equal(ConsentTexts.Current, (string?)file["consent"]!["version"]);
        string[] texts = [.. file["messages"]!.AsArray().Select(message => (string)message!["text"]!)];
        Assert.Contains("เตือนภัยหมอกควัน งดกิจกรรมกลางแจ้ง", texts);
        Assert.All(texts, text => Assert.DoesNotContain("รหัสยืนยัน", text, StringComparison.Ordinal));
        Assert.Contains(_room.Audit.List(null, $"subscriber {id}", 10), line => line.Entry is { Actor: "malee", Action: "subscriber.exported" });
        Assert.Null(_room.Files.Export(99, "malee"));
    }

    [Fact]
    public void Erase_LeavesARowNumberThatLeadsNowhere()
    {
        long id = _room.Register();
        _room.Room.Target(FakeAlertBook.Alert());
        byte[] hash = _room.Contacts.HashOf(RegistrationRoom.Number);
        byte[] address = _room.Room.Database.Read(c => (byte[])c.One("SELECT address FROM contact")!);
        Assert.True(IsInTheFiles(hash) && IsInTheFiles(address), "the search finds what is there");

        Assert.True(_room.Files.Erase(id, "malee", "asked at the centre"));

        Assert.All(new[] { "subscriber", "contact", "subscriber_region", "correspondent", "confirmation" }, table => Assert.Equal(0, _room.Count(table)));
        Assert.Contains(_room.Room.Deliveries.Newest(10), line => line.Recipient == $"{id}" && line is { State: "expired", Reason: "stopped" });
        Assert.Null(_room.Room.Recipients.AddressOf($"{id}", "sms"));
        Assert.False(IsInTheFiles(hash), "the hash of the number is still in the files");
        Assert.False(IsInTheFiles(address), "the encrypted number is still in the files");
        Assert.Contains(_room.Audit.List(null, $"subscriber {id}", 10), line => line.Entry is { Actor: "malee", Action: "subscriber.erased" });
        Assert.False(_room.Files.Erase(id, "malee", "again"));

        // Whoever comes back is somebody new: the old row's messages are not theirs.
        Assert.NotEqual(id, _room.Register());
    }

    [Fact]
    public void Erase_OfAnOfficerWhoSubscribed_KeepsTheNumberOnDuty()
    {
        long id = _room.Register();
        string duty = _room.Room.Database.Write(t =>
        {
            string recipient = _room.Room.Recipients.CorrespondentOf(t, RegistrationRoom.Number, _room.Time.GetUtcNow());
            t.Run("INSERT INTO officer(name, roles, is_active, added_at, recipient) VALUES ('malee', 'Officer', 1, 0, $r)", ("$r", recipient));
            return recipient;
        });

        _room.Files.Erase(id, "malee", "no longer wanted");
        _room.Time.Advance(TimeSpan.FromDays(100));
        _room.Sweep.Sweep(_room.Time.GetUtcNow());

        Assert.Equal(RegistrationRoom.Number, _room.Room.Recipients.AddressOf(duty, "sms"));
    }

    [Fact]
    public void Sweep_WhatNobodyConfirmed_IsGoneAfterADay_AndCorrespondentsAfterNinety()
    {
        string? name = _room.Desk.Begin("sms", RegistrationRoom.Number, RegistrationRoom.Wish());
        string code = _room.CodeOf(name);
        _room.Room.Database.Write(t => _room.Room.Recipients.CorrespondentOf(t, "+66898765432", _room.Time.GetUtcNow()));
        Assert.Equal(2, _room.Count("correspondent"));
        _room.Time.Advance(TimeSpan.FromMinutes(11));
        _room.Room.Deliveries.Sweep(_room.Time.GetUtcNow(), _room.Time.GetUtcNow());
        _room.Room.Deliveries.Forget(_room.Time.GetUtcNow());
        Assert.False(IsInTheFiles(Encoding.UTF8.GetBytes($"รหัสยืนยัน {code}"), checkpoint: true), "an old code lies in clear in the file");

        _room.Time.Advance(TimeSpan.FromHours(24));
        _room.Sweep.Sweep(_room.Time.GetUtcNow());
        Assert.Equal((0, 1), (_room.Count("confirmation"), _room.Count("correspondent")));
        _room.Time.Advance(TimeSpan.FromDays(89));
        Assert.Equal(1, _room.Sweep.Sweep(_room.Time.GetUtcNow()));
        Assert.Equal(0, _room.Count("correspondent"));
    }

    private bool IsInTheFiles(byte[] wanted, bool checkpoint = false)
    {
        if (checkpoint)
        {
            _room.Room.Database.Read(c => c.One("PRAGMA wal_checkpoint(TRUNCATE)"));
        }

        return Directory.GetFiles(_room.Room.Folder).Any(file =>
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(wanted) >= 0;
        });
    }
}
