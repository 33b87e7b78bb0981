namespace EnviAgriNet.Mqtt.Tests;

public sealed class ProtocolChoiceTests
{
    [Fact]
    public void OnVersionRefused_Auto_TriesTheOldVersionAndStaysWithIt()
    {
        ProtocolChoice choice = new(LinkProtocol.Auto);
        Assert.Equal(LinkProtocol.V5, choice.Version);
        Assert.True(choice.OnVersionRefused());
        Assert.Equal(LinkProtocol.V311, choice.Version);
        choice.OnHungUp();
        Assert.False(choice.OnVersionRefused());
        Assert.Equal(LinkProtocol.V311, choice.Version);
    }

    [Theory]
    [InlineData(LinkProtocol.V5)]
    [InlineData(LinkProtocol.V311)]
    public void OnVersionRefused_FixedVersion_StaysWithIt(LinkProtocol version)
    {
        ProtocolChoice choice = new(version);
        Assert.False(choice.OnVersionRefused());
        choice.OnHungUp();
        Assert.Equal(version, choice.Version);
    }

    [Fact]
    public void OnHungUp_Auto_Alternates()
    {
        ProtocolChoice choice = new(LinkProtocol.Auto);
        choice.OnHungUp();
        Assert.Equal(LinkProtocol.V311, choice.Version);
        choice.OnHungUp();
        Assert.Equal(LinkProtocol.V5, choice.Version);
    }

    [Fact]
    public void OnVersionRefused_OfAGuess_GoesBackAndWaits()
    {
        // The broker hung up on 5 because it was starting, and does not speak 3.1.1: two refusals must not spin.
        ProtocolChoice choice = new(LinkProtocol.Auto);
        choice.OnHungUp();
        Assert.False(choice.OnVersionRefused());
        Assert.Equal(LinkProtocol.V5, choice.Version);
    }
}
