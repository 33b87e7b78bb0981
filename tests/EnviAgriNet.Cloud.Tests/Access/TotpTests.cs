using System.Text;
using EnviAgriNet.Cloud.Access.SignIn;

namespace EnviAgriNet.Cloud.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    // RFC 6238, appendix B, the column of SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void CodeAt_VectorsOfTheStandard_AreMet(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_VectorsOfTheStandard_AreMet(string text, string expected) => Assert.Equal(expected, Totp.Base32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Find_CodesAroundNow_HoldOnceAndNoneFromBefore()
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1_772_000_000);
        long step = Totp.StepAt(now);
        Assert.Equal(step - 1, Totp.Find(Secret, Totp.CodeAt(Secret, step - 1), now, 0));
        Assert.Equal(step + 1, Totp.Find(Secret, Totp.CodeAt(Secret, step + 1), now, step));
        Assert.Null(Totp.Find(Secret, Totp.CodeAt(Secret, step), now, step));
        Assert.Null(Totp.Find(Secret, Totp.CodeAt(Secret, step - 1), now, step));
        Assert.Null(Totp.Find(Secret, Totp.CodeAt(Secret, step - 2), now, 0));
        Assert.Null(Totp.Find(Secret, Totp.CodeAt(Secret, step + 2), now, 0));
        Assert.Null(Totp.Find(Secret, string.Empty, now, 0));
    }
}
