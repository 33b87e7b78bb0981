using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkOptionsTests
{
    [Fact]
    public void Faults_OfTheDefaults_AreNone() => Assert.Empty(new LinkOptions().Faults());

    [Fact]
    public void Faults_EverythingWrong_ListsEverything()
    {
        LinkOptions options = new()
        {
            Host = "two words",
            Port = 0,
            ClientId = "ก",
            Protocol = (LinkProtocol)9,
            KeepAlive = TimeSpan.FromSeconds(1),
            CertificateFile = "/nowhere/a.crt",
            PasswordFile = "/nowhere/password",
            BackOffMin = TimeSpan.Zero,
            BackOffMax = TimeSpan.FromSeconds(-1),
            InFlightMax = 1_001,
            ReceiveBufferMax = 0,
            StopTimeout = TimeSpan.FromSeconds(-1),
        };
        string[] named = [.. options.Faults().SelectMany(f => f.MemberNames).Order(StringComparer.Ordinal)];
        string[] expected =
        [
            "BackOffMax", "BackOffMin", "CaFile", "CertificateFile", "ClientId", "Host", "InFlightMax", "KeepAlive",
            "KeyFile", "PasswordFile", "Port", "Protocol", "ReceiveBufferMax", "StopTimeout", "Username",
        ];
        Assert.Equal(expected, named);

        ArgumentException fault = Assert.Throws<ArgumentException>(() => LinkBench.NewLink(options));
        Assert.All(expected, name => Assert.Contains($"Mqtt:{name} ", fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_ByTheFramework_FindsTheFaults()
    {
        LinkOptions options = new() { Port = 0, KeepAlive = TimeSpan.Zero };
        List<ValidationResult> results = [];
        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), results, true));
        Assert.Equal(2, results.Count);
    }

    [Fact]
    public void Faults_KeptSessionWithoutAClientId_IsOne() =>
        Assert.Equal("ClientId", new LinkOptions { CleanSession = false }.Faults().Single().MemberNames.Single());
}
