using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Tests.Messages;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("th", "th")]
    [InlineData("LO", "lo")]
    [InlineData("ms-Arab-TH", "ms-arab-th")]
    [InlineData("t", null)]
    [InlineData("thai", null)]
    [InlineData("th_TH", null)]
    [InlineData("th-", null)]
    [InlineData("th-123456789", null)]
    [InlineData("ไทย", null)]
    [InlineData("th-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd", null)]
    [InlineData(null, null)]
    public void TryParse_Tag_IsTakenInLowerCaseOrRefused(string? text, string? expected) =>
        Assert.Equal(expected, Languages.TryParse(text, out string language) ? language : null);

    [Theory]
    [InlineData("lo", "th,en", "th")]
    [InlineData("lo-LA", "th,en,lo", "lo")]
    [InlineData("my", "th,en", "en")]
    [InlineData("my", "th", "th")]
    [InlineData("ms-arab", "th,en,ms", "ms")]
    [InlineData("ms", "th,en,ms-arab", "en")]
    [InlineData("th", "en", "en")]
    [InlineData("km", "xx", "xx")]
    [InlineData("km", "", "th")]
    public void Choose_Wish_IsTheNearestThereIs(string wished, string available, string expected) =>
        Assert.Equal(expected, Languages.Choose(available.Split(',', StringSplitOptions.RemoveEmptyEntries), wished));
}
