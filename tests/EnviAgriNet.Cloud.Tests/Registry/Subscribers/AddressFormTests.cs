using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Registry.Subscribers;

public sealed class AddressFormTests
{
    [Theory]
    [InlineData("sms", " 081-234 5678 ", "+66812345678")]
    [InlineData("phone", "๐๘๑๒๓๔๕๖๗๘", "+66812345678")]
    [InlineData("email", " Somchai.K+warn@Example.CO.TH ", "somchai.k+warn@example.co.th")]
    [InlineData("line", "U4af4980629b7e1d4c3f20cdd40f8c1f8", "U4af4980629b7e1d4c3f20cdd40f8c1f8")]
    [InlineData("push", "{\"endpoint\":\"https://push.example/1\"}", "{\"endpoint\":\"https://push.example/1\"}")]
    public void TryRead_Address_HasItsNormalForm(string channel, string text, string address)
    {
        Assert.True(AddressForm.TryRead(channel, text, out string read));
        Assert.Equal(address, read);
        Assert.True(AddressForm.TryRead(channel, read, out string again));
        Assert.Equal(read, again);
        string masked = AddressForm.Masked(channel, read);
        Assert.DoesNotContain(read[1..^4], masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms", "02-123-4567")]
    [InlineData("sms", "somchai@example.th")]
    [InlineData("sms", null)]
    [InlineData("email", "somchai@example")]
    [InlineData("email", "@example.th")]
    [InlineData("email", "a@b@example.th")]
    [InlineData("email", ".a@example.th")]
    [InlineData("email", "a..b@example.th")]
    [InlineData("email", "a b@example.th")]
    [InlineData("email", "a@-b.th")]
    [InlineData("email", "a@127.0.0.1")]
    [InlineData("email", "a@example.th\r\nBcc: x@y.th")]
    [InlineData("email", "<a@example.th>")]
    [InlineData("line", "u4af4980629b7e1d4c3f20cdd40f8c1f8")]
    [InlineData("line", "U4AF4980629b7e1d4c3f20cdd40f8c1f8")]
    [InlineData("push", "{\"endpoint\":\"http://push.example/1\"}")]
    [InlineData("push", "[")]
    [InlineData("fax", "0812345678")]
    public void TryRead_AnythingElse_IsRefused(string channel, string? text)
    {
        Assert.False(AddressForm.TryRead(channel, text, out string address));
        Assert.Empty(address);
    }

    [Theory]
    [InlineData(3)]
    public void TryRead_Noise_NeverThrows(int seed)
    {
        Random random = new(seed);
        for (int run = 0; run < 3_000; run++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)(random.Next(4) == 0 ? random.Next(0x10000) : "0+68@.Ua{}"[random.Next(10)]))]);
            foreach (string channel in ContactChannels.All)
            {
                if (AddressForm.TryRead(channel, text, out string address))
                {
                    Assert.True(AddressForm.TryRead(channel, address, out string again) && again == address, $"seed {seed}, run {run}, {channel}");
                    Assert.NotEmpty(AddressForm.Masked(channel, address));
                }
            }
        }
    }
}
