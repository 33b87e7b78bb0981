namespace EnviAgriNet.Mqtt.Tests;

public sealed class TopicRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("/")]
    [InlineData("eag/v1/50/ban-nong/readings")]
    [InlineData("$SYS/x")]
    [InlineData("สถานี/ก")]
    public void RequireTopic_Valid_Passes(string topic) => TopicRules.RequireTopic(topic);

    [Theory]
    [InlineData("")]
    [InlineData("a/+")]
    [InlineData("a/#")]
    [InlineData("a+b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\uFFFEb")]
    public void RequireTopic_Invalid_Throws(string topic) =>
        Assert.Throws<ArgumentException>(() => TopicRules.RequireTopic(topic));

    [Fact]
    public void RequireTopic_LoneSurrogate_Throws() =>
        Assert.Throws<ArgumentException>(() => TopicRules.RequireTopic("a" + (char)0xD800));

    [Fact]
    public void RequireTopic_LengthAtTheBound_PassesAndOneMoreThrows()
    {
        TopicRules.RequireTopic(new string('a', 65_535));
        Assert.Throws<ArgumentException>(() => TopicRules.RequireTopic(new string('a', 65_536)));
        Assert.Throws<ArgumentException>(() => TopicRules.RequireTopic(new string('ก', 21_846)));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("+")]
    [InlineData("a/+/b/#")]
    [InlineData("+/+")]
    [InlineData("$share/cloud/eag/v1/+/+/readings")]
    [InlineData("$share/cloud/#")]
    public void RequireFilter_Valid_Passes(string filter) => TopicRules.RequireFilter(filter);

    [Theory]
    [InlineData("")]
    [InlineData("a/#/b")]
    [InlineData("a#")]
    [InlineData("a/b+")]
    [InlineData("a\0")]
    [InlineData("$share")]
    [InlineData("$share/")]
    [InlineData("$share/group")]
    [InlineData("$share/group/")]
    [InlineData("$share//a")]
    [InlineData("$share/gr+up/a")]
    [InlineData("$share/group/a#")]
    public void RequireFilter_Invalid_Throws(string filter) =>
        Assert.Throws<ArgumentException>(() => TopicRules.RequireFilter(filter));
}
