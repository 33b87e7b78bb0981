using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands;

/// <summary>Officers' orders as commands, beside a running cloud on the same folder.</summary>
public sealed class ReleaseCommandsTests : IAsyncLifetime
{
    private static readonly string[] Words = ["--text-th", "น้ำป่ากำลังมา หนีขึ้นที่สูง", "--text-en", "Flash flood coming: go to high ground"];

    private readonly ReleaseCloud _cloud = new();

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.Room.Subscribe(RegistryRoom.Person("0812345678", "phone"));
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Release_BesideTheCloud_IsSentWithinASecondOrTwo()
    {
        long number = _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe).Number;
        using (JsonDocument waiting = JsonDocument.Parse(await PrintAsync("waiting --json")))
        {
            Assert.Equal(number, waiting.RootElement[0].GetProperty("number").GetInt64());
        }

        Assert.Contains("0 of 2", await PrintAsync("waiting"), StringComparison.Ordinal);
        Assert.Contains("1 more person", await PrintAsync($"release {number} --by malee --reason seen"), StringComparison.Ordinal);
        await FailsAsync(ExitCodes.Failed, "another one is missing", $"release {number} --by malee");
        Assert.Empty(_cloud.Room.Deliveries.Newest(9));

        using JsonDocument answer = JsonDocument.Parse(await PrintAsync($"release {number} --by suda --json"));
        Assert.Equal(("done", "Released"), (answer.RootElement.GetProperty("fate").GetString(), answer.RootElement.GetProperty("state").GetString()));
        await DeliveredAsync(number);
        Assert.Contains("already", await PrintAsync($"release {number} --by suda"), StringComparison.Ordinal);

        // Each further version is noticed as well, and an extension tells nobody.
        string until = DateTimeOffset.UtcNow.AddHours(20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Assert.Contains("extends", await PrintAsync($"extend {number} --until {until} --by malee --reason rain"), StringComparison.Ordinal);
        Assert.Contains("when 2 persons", await PrintAsync(["edit", $"{number}", .. Words, "--by", "malee", "--reason", "clearer"]), StringComparison.Ordinal);
        long edited = _cloud.Alerts[^1].Number;
        await PrintAsync($"release {edited} --by suda");
        await DeliveredAsync(edited);
        await FailsAsync(ExitCodes.Failed, "measured", $"all-clear {number} --by malee --reason over");
        Assert.Contains("cancels", await PrintAsync($"cancel {number} --by malee --reason fault"), StringComparison.Ordinal);
        await DeliveredAsync(_cloud.Alerts[^1].Number);
        await Eventually.HoldsAsync("the extension is settled", TimeSpan.FromSeconds(10), () => _cloud.Alerts.All(a => a.State == AlertState.Targeted));
        Assert.Equal(3, _cloud.Room.Deliveries.Newest(99).Count(d => d is { Channel: "phone", Part: 1 }));
    }

    [Fact]
    public async Task Compose_ThenAllClear_AndDrop_ByTheirOfficers()
    {
        string expires = DateTimeOffset.UtcNow.AddHours(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string[] compose = ["compose", "--hazard", "haze", "--level", "Severe", "--region", "500101", "--expires", expires, .. Words, "--reason", "a call", "--by"];
        Assert.Contains("waits", await PrintAsync([.. compose, "somchai"]), StringComparison.Ordinal);
        long number = _cloud.Alerts[^1].Number;
        Assert.Contains("already", await PrintAsync([.. compose, "malee"]), StringComparison.Ordinal);
        await PrintAsync($"release {number} --by malee");
        await DeliveredAsync(number);
        Assert.Contains("ends", await PrintAsync($"all-clear {number} --by malee --reason rain"), StringComparison.Ordinal);

        long other = _cloud.Open("H").Number;
        Assert.Contains("is dropped", await PrintAsync($"drop {other} --by malee --reason fire"), StringComparison.Ordinal);
        await FailsAsync(ExitCodes.Failed, "was dropped", $"release {other} --by malee");
    }

    [Theory]
    [InlineData(ExitCodes.Failed, "not an active officer", "release 1 --by nobody")]
    [InlineData(ExitCodes.Failed, "does not have the role releaser", "release 1 --by somchai")]
    [InlineData(ExitCodes.Failed, "does not have the role releaser", "drop 1 --by vin --reason x")]
    [InlineData(ExitCodes.Failed, "there is no alert 99", "cancel 99 --by malee --reason x")]
    [InlineData(ExitCodes.Usage, "nothing is to be changed", "edit 1 --by malee --reason x")]
    [InlineData(ExitCodes.Usage, "--until 'soon'", "extend 1 --until soon --by malee --reason x")]
    [InlineData(ExitCodes.Usage, "--hazard 'meteor'", "compose --hazard meteor --level Severe --region 50 --expires 2030-01-01 --by malee --reason x")]
    [InlineData(ExitCodes.Usage, "2, 4 or 6", "compose --hazard haze --level Severe --region 5 --expires 2030-01-01 --by malee --reason x")]
    [InlineData(ExitCodes.Usage, "Thai and one in English", "compose --hazard haze --level Severe --region 50 --expires 2030-01-01 --by malee --reason x")]
    public async Task Order_ThatIsWrong_ChangesNothing(int code, string why, string command)
    {
        Assert.Equal(1, _cloud.Open().Number);
        string before = _cloud.Memory();
        await FailsAsync(code, why, command);
        Assert.Equal(before, _cloud.Memory());
    }

    private async Task DeliveredAsync(long number)
    {
        string identifier = _cloud.Alerts.Single(a => a.Number == number).Identifier;
        await Eventually.HoldsAsync($"alert {number} is delivered", TimeSpan.FromSeconds(5), () =>
            _cloud.Room.Deliveries.Newest(99).Any(d => d.Alert == identifier && d is { Channel: "phone", State: "delivered" }));
    }

    private Task<string> PrintAsync(string command) => PrintAsync(command.Split(' '));

    private async Task<string> PrintAsync(string[] command)
    {
        Screen screen = new();
        int code = await InvokeAsync(screen, command);
        Assert.True(code == ExitCodes.Ok, $"{string.Join(' ', command)}: {string.Join('\n', screen.Errors)}");
        return Assert.Single(screen.Lines);
    }

    private async Task FailsAsync(int code, string why, string command)
    {
        Screen screen = new();
        Assert.Equal(code, await InvokeAsync(screen, command.Split(' ')));
        Assert.Contains(why, string.Join('\n', screen.Errors), StringComparison.Ordinal);
        Assert.Empty(screen.Lines);
    }

    private Task<int> InvokeAsync(Screen screen, string[] command)
    {
        RootCommand root = new();
        AlertCommand.AddTo(root, screen);
        return root.Parse(["alert", .. command, "--set", $"Cloud:DataFolder={Path.Combine(_cloud.Room.Folder, "data")}", "--set", "Release:Policies:0:Way=Wait"]).InvokeAsync();
    }
}
