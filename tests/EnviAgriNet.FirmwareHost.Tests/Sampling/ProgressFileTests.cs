using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Sampling;

public sealed class ProgressFileTests
{
    [Fact]
    public void Advance_EachSecond_WritesAtFirstThenWhenItIsTimeAndAtTheEnd()
    {
        using TempFolder folder = new();
        ManualTime time = new(DateTimeOffset.UnixEpoch.AddYears(56));
        string path = folder.File("progress");
        ProgressFile file = new(path, new Progress(), TimeSpan.FromSeconds(10), time, NullLogger<ProgressFile>.Instance);
        List<long> written = [];
        for (int second = 1; second <= 25; second++)
        {
            file.Advance(second);
            written.Add(ProgressFile.Read(path)!.Acknowledged);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 11, 21], written.Distinct());
        file.Save();
        Assert.Equal(25, ProgressFile.Read(path)!.Acknowledged);

        // Never back: what the edge has is not sent once more.
        file.Advance(7);
        Assert.Equal(25, file.Current.Acknowledged);
    }
}
