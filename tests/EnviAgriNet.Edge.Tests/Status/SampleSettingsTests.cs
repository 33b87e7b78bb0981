namespace EnviAgriNet.Edge.Tests.Status;

public sealed class SampleSettingsTests
{
    [Fact]
    public void Text_IsTheSampleInDeploy()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EnviAgriNet.sln")))
        {
            folder = folder.Parent;
        }

        string sample = File.ReadAllText(Path.Combine(folder!.FullName, "deploy", "edge", "edge.sample.json"));
        Assert.Equal(sample.Trim(), SampleSettings.Text().Trim());
    }
}
