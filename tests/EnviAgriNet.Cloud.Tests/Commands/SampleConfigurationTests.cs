using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class SampleConfigurationTests
{
    [Fact]
    public void Write_Defaults_AreWhatIsShipped()
    {
        string shipped = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "cloud", "cloud.sample.json"));

        Assert.Equal(SampleConfiguration.Write().Trim(), shipped.Trim());
    }
}
