using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Channels.WebPush;

namespace EnviAgriNet.Cloud.Tests.Channels.WebPush;

public sealed class PushEncryptionTests
{
    private const string UserKey = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string UserSecret = "BTBZMqHH6r4Tts7J_aSIgg";

    /// <summary>RFC 8291, appendix A.</summary>
    [Fact]
    public void Encrypt_VectorOfTheStandard_GivesItsBody()
    {
        byte[] ourPoint = Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using ECDiffieHellman ours = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new ECPoint { X = ourPoint[1..33], Y = ourPoint[33..] },
        });

        byte[] body = PushEncryption.Encrypt(
            Encoding.ASCII.GetBytes("When I grow up, I want to be a watermelon"),
            Subscription("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"),
            ours,
            Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public void Encrypt_SamePayloadTwice_SharesNothing()
    {
        PushSubscription subscription = Subscription("https://push.example.net/a");
        byte[] one = PushEncryption.Encrypt("x"u8, subscription);
        byte[] other = PushEncryption.Encrypt("x"u8, subscription);

        Assert.Equal(PushEncryption.HeaderBytes + 1 + 1 + PushEncryption.TagBytes, one.Length);
        Assert.NotEqual(one[..16], other[..16]);
        Assert.NotEqual(one[21..86], other[21..86]);
    }

    [Fact]
    public void Encrypt_LongestPayload_FillsOneRecordAndNoMore()
    {
        PushSubscription subscription = Subscription("https://push.example.net/a");

        Assert.Equal(3_993, PushLimits.PayloadBytesMax);
        Assert.Equal(4_096, PushEncryption.Encrypt(new byte[PushLimits.PayloadBytesMax], subscription).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => PushEncryption.Encrypt(new byte[PushLimits.PayloadBytesMax + 1], subscription));
    }

    [Theory]
    [InlineData("http://push.example.net/a", UserKey, UserSecret)]
    [InlineData("file:///etc/passwd", UserKey, UserSecret)]
    [InlineData("https://user:secret@push.example.net/a", UserKey, UserSecret)]
    [InlineData("https://push.example.net/a", "BCVxsr7N", UserSecret)]
    [InlineData("https://push.example.net/a", UserKey, "BTBZ")]
    [InlineData("https://push.example.net/a", "not base64 !", UserSecret)]
    // One bit of the point is wrong: it is not on the curve.
    [InlineData("https://push.example.net/a", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8", UserSecret)]
    public void TryParse_WrongPart_IsRefused(string endpoint, string key, string secret)
    {
        Assert.False(PushSubscription.TryParse(Json(endpoint, key, secret), out _, out string fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void TryParse_Damaged_IsRefusedOrAsBefore()
    {
        string whole = Json("https://push.example.net/a", UserKey, UserSecret);
        const int Seed = 8291;
        Random random = new(Seed);
        for (int round = 0; round < 2_000; round++)
        {
            char[] damaged = whole.ToCharArray();
            for (int hit = random.Next(1, 4); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (char)random.Next(0, 0x250);
            }

            string json = new(damaged);
            bool isTaken = PushSubscription.TryParse(json, out PushSubscription? subscription, out _);
            Assert.True(!isTaken || subscription!.Endpoint.Scheme == "https", $"seed {Seed}, round {round}: {json}");
        }
    }

    [Fact]
    public void ToJson_OtherSpellings_AreOneSubscription()
    {
        Assert.True(PushSubscription.TryParse(Json("https://Push.Example.net:443/a", UserKey, UserSecret), out PushSubscription? one, out _));
        Assert.Equal(Subscription("https://push.example.net/a").ToJson(), one.ToJson());
        Assert.DoesNotContain("/a", one.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2607:f8b0::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("2001:db8::1", false)]
    public void PublicAddress_OwnNetworks_AreNeverCalled(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(System.Net.IPAddress.Parse(address)));

    internal static PushSubscription Subscription(string endpoint)
    {
        Assert.True(PushSubscription.TryParse(Json(endpoint, UserKey, UserSecret), out PushSubscription? subscription, out string fault), fault);
        return subscription;
    }

    private static string Json(string endpoint, string key, string secret) =>
        $$$"""{"endpoint":"{{{endpoint}}}","expirationTime":null,"keys":{"p256dh":"{{{key}}}","auth":"{{{secret}}}"}}""";
}
