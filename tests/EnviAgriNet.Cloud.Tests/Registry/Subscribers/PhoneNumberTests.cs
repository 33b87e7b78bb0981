using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Registry.Subscribers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0812345678")]
    [InlineData("081-234-5678")]
    [InlineData("66812345678")]
    [InlineData("+66 81 234 5678")]
    [InlineData("0066812345678")]
    [InlineData("(081) 234.5678")]
    public void TryParse_ThaiMobile_IsE164AndMaskedAsText(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out PhoneNumber number));
        Assert.Equal("+66812345678", number.E164);
        Assert.Equal("+66 8x xxx x678", number.Masked);
        Assert.Equal("+66 8x xxx x678", $"{number}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("021234567")]
    [InlineData("0712345678")]
    [InlineData("081234567")]
    [InlineData("08123456789")]
    [InlineData("+44812345678")]
    [InlineData("+6681234567a")]
    [InlineData("08๑2345678")]
    [InlineData("+66812345678+")]
    [InlineData("000000000000000000000")]
    public void TryParse_NoThaiMobile_IsRefused(string text) => Assert.False(PhoneNumber.TryParse(text, out _));
}
