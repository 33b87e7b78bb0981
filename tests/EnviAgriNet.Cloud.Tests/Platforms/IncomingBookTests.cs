using System.Security.Cryptography.X509Certificates;
using System.Text;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Platforms;

public sealed class IncomingBookTests : IDisposable
{
    private readonly IncomingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Take_AnAlert_IsOpenWithItsRegionsUntilItExpires()
    {
        IncomingOutcome outcome = _room.Take(IncomingRoom.Alert());

        Assert.Equal((IncomingVerdict.Accepted, true), (outcome.Verdict, outcome.IsNew));
        IncomingAlert open = Assert.Single(_room.Book.Open(IncomingRoom.Now));
        Assert.Equal(["50", "51"], open.Regions.Select(r => r.Code));
        Assert.Equal(("Extreme", "TMD", "a-1"), (open.Severity, open.Sender, open.Identifier));
        Assert.Equal(IncomingRoom.Bytes(IncomingRoom.Alert()), open.Xml);
        Assert.Empty(_room.Book.Open(IncomingRoom.Now.AddHours(6)));
        Assert.Contains(_room.Audit.List(null, null, 9), l => l.Entry.Action == "cap.accepted");
    }

    [Fact]
    public void Take_ARepeat_ChangesNothing_AndAnotherTextUnderTheSameNameIsRefused()
    {
        IncomingOutcome first = _room.Take(IncomingRoom.Alert());
        string pretty = CapWriter.Write(IncomingRoom.Alert()).Replace("\n", "\n ", StringComparison.Ordinal);

        Assert.Equal(first with { IsNew = false }, _room.Take(IncomingRoom.Alert()));
        Assert.Equal(first with { IsNew = false }, _room.Take(Encoding.UTF8.GetBytes(pretty)));
        IncomingOutcome forged = _room.Take(IncomingRoom.Alert() with { Note = "other" });
        Assert.Equal(IncomingVerdict.Refused, forged.Verdict);
        Assert.Contains("says something else", forged.Reason, StringComparison.Ordinal);
        Assert.Single(_room.Book.Open(IncomingRoom.Now));
    }

    [Fact]
    public void Take_UpdateAndCancel_CloseWhatTheyReference()
    {
        CapAlert update = IncomingRoom.Next(IncomingRoom.Alert(), CapMessageType.Update, "a-2", 10);
        long first = _room.Take(IncomingRoom.Alert()).Number;
        long second = _room.Take(update).Number;

        Assert.Equal([second], _room.Book.Open(IncomingRoom.Now).Select(a => a.Number));
        Assert.Equal((second, first), (_room.Book.Find(first)!.ClosedBy, _room.Book.Find(second)!.Root));

        _room.Take(IncomingRoom.Next(update, CapMessageType.Cancel, "a-3", 20) with { Infos = [] });
        Assert.Empty(_room.Book.Open(IncomingRoom.Now));
        Assert.Equal(3, _room.Book.Newest(9).Count);
    }

    [Theory]
    [InlineData("unknown", "never heard")]
    [InlineData("other sender", "another sender")]
    [InlineData("other source", "never heard")]
    [InlineData("none", "alert/references")]
    [InlineData("later", "sent later")]
    public void Take_BadReferences_AreRefusedAndCloseNothing(string how, string reason)
    {
        CapAlert first = IncomingRoom.Alert();
        CapAlert cancel = IncomingRoom.Next(first, CapMessageType.Cancel, "a-2", 10);
        _room.Take(first, how == "other source" ? new CapSource { Name = "ddpm", TrustUnsigned = true } : null);

        IncomingOutcome outcome = _room.Take(how switch
        {
            "unknown" => IncomingRoom.Next(IncomingRoom.Alert("a-0"), CapMessageType.Cancel, "a-2", 10),
            "other sender" => cancel with { Sender = "attacker" },
            "none" => cancel with { References = null },
            "later" => cancel with { Sent = first.Sent.AddMinutes(-5) },
            _ => cancel,
        });

        Assert.Equal(IncomingVerdict.Refused, outcome.Verdict);
        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
        Assert.Single(_room.Book.Open(IncomingRoom.Now));
    }

    [Fact]
    public void Take_NotForThePublicOrNotMeant_IsNotOpen()
    {
        Assert.Equal(IncomingVerdict.Refused, _room.Take(IncomingRoom.Alert() with { Scope = CapScope.Private, Addresses = "x" }).Verdict);
        Assert.Equal(IncomingVerdict.Refused, _room.Take(IncomingRoom.Alert() with { MessageType = CapMessageType.Ack, References = "TMD,a-0,2026-09-23T00:00:00-00:00" }).Verdict);
        Assert.Equal(IncomingVerdict.Refused, _room.Take(IncomingRoom.Alert("a-9", minute: 120)).Verdict);
        Assert.Equal(IncomingVerdict.Refused, _room.Take(Encoding.UTF8.GetBytes("<html>sorry</html>")).Verdict);
        Assert.Equal(IncomingVerdict.Accepted, _room.Take(IncomingRoom.Alert() with { Status = CapStatus.Exercise }).Verdict);
        Assert.Empty(_room.Book.Open(IncomingRoom.Now));
        Assert.Equal(4, _room.Audit.List(null, null, 99).Count(l => l.Entry.Action == "cap.refused"));
    }

    [Fact]
    public void Take_WithACertificate_BelievesItsSignatureOnly()
    {
        using X509Certificate2 certificate = IncomingRoom.Issue("CN=tmd");
        using X509Certificate2 stranger = IncomingRoom.Issue("CN=tmd");
        CapSource strict = new() { Name = "tmd", Certificate = "tmd.pem" };
        byte[] signed = Encoding.UTF8.GetBytes(CapSignature.Sign(CapWriter.Write(IncomingRoom.Alert()), certificate));
        byte[] forged = Encoding.UTF8.GetBytes(CapSignature.Sign(CapWriter.Write(IncomingRoom.Alert()), stranger));
        byte[] changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(signed).Replace("Extreme", "Minor", StringComparison.Ordinal));

        foreach (byte[] wrong in (byte[][])[forged, changed, IncomingRoom.Bytes(IncomingRoom.Alert())])
        {
            IncomingOutcome outcome = _room.Take(wrong, strict, certificate);
            Assert.Equal(IncomingVerdict.Refused, outcome.Verdict);
            Assert.StartsWith("signature: ", outcome.Reason, StringComparison.Ordinal);
        }

        Assert.Equal("signed by CN=tmd", _room.Take(signed, strict, certificate).Reason);
    }

    [SharedDataFact("api/cap_google/xee.cap")]
    public void Take_TheAttack_IsRefusedAndListed()
    {
        IncomingOutcome outcome = _room.Take(File.ReadAllBytes(SharedData.PathOf("api/cap_google/xee.cap")));

        Assert.Equal(IncomingVerdict.Refused, outcome.Verdict);
        Assert.Contains("document type declaration", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(outcome.Reason, Assert.Single(_room.Book.Newest(9)).Reason);
    }

    [Fact]
    public void Take_RefusalsWithoutEnd_KeepTheNewestOnly()
    {
        for (int i = 0; i < Limits.RefusedKeptMax + 20; i++)
        {
            _room.Take(Encoding.UTF8.GetBytes($"<x>{i}</x>"));
        }

        Assert.Equal(Limits.RefusedKeptMax, _room.Book.Newest(9999).Count);
    }

    [Fact]
    public void RegionsOf_MappedAndOwnCodes_AreOurRegions()
    {
        CapSource source = new() { Regions = { ["TH-S"] = "2004, 2005" } };
        CapInfo info = IncomingRoom.Alert().Infos[0];
        CapAlert alert = IncomingRoom.Alert() with
        {
            Infos =
            [
                info with
                {
                    Areas =
                    [
                        info.Areas[0] with
                        {
                            Geocodes =
                            [
                                new CapValue("ISO3166-2", "TH-S"), new CapValue("DOPA", "500101"), new CapValue("ISO3166-2", "LA-VT"),
                                new CapValue("ISO3166-2", "TH-00"), new CapValue("SAME", "50"),
                            ],
                        },
                    ],
                },
            ],
        };

        Assert.Equal(["2004", "2005", "500101"], IncomingJudge.RegionsOf(alert, source).Select(r => r.Code));
    }
}
