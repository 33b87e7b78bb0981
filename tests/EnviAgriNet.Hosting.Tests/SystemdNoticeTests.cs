using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EnviAgriNet.Hosting.Tests;

/// <summary>What systemd hears, on a socket like its own.</summary>
public sealed class SystemdNoticeTests
{
    private const int WaitMsMax = 60_000;
    private const int SilenceMs = 1_000;

    [Fact]
    public async Task Notice_WhileTheProbeAnswers_SaysReadyThenAliveThenStopping()
    {
        using NoticeRoom room = new();
        using ManualResetEventSlim answers = new(initialState: true);
        using IHost host = room.Host(answers.Wait);
        await host.StartAsync();
        Assert.Equal("READY=1", room.Heard(WaitMsMax));
        Assert.Equal("WATCHDOG=1", room.Heard(WaitMsMax));
        answers.Reset();
        // One sign may have been on its way already; after it there is silence for many times the period.
        string? late = room.Heard(SilenceMs);
        Assert.True(late is null || room.Heard(SilenceMs) is null, "a program that hangs still said that it lives");
        answers.Set();
        Assert.Equal("WATCHDOG=1", room.Heard(WaitMsMax));
        await host.StopAsync();
        Assert.True(room.HeardUntil("STOPPING=1", WaitMsMax), "nothing was said at the end");
    }

    [Fact]
    public void AddSystemdNotice_WithoutSystemd_AddsNothing()
    {
        ServiceCollection services = new();
        services.AddSystemdNotice(_ => static () => { });
        Assert.Empty(services);
    }

    [Theory]
    [InlineData("120000000", 40_000)]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    public void WatchdogPeriod_OfWhatSystemdSays_IsAThirdOrNone(string said, int? expectedMs) =>
        Assert.Equal(expectedMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null, SystemdNotice.WatchdogPeriod(said));

    private sealed class NoticeRoom : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("eag-notice-").FullName;
        private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

        public NoticeRoom() => _socket.Bind(new UnixDomainSocketEndPoint(Address));

        public IHost Host(Action probe)
        {
            Environment.SetEnvironmentVariable("NOTIFY_SOCKET", Address);
            Environment.SetEnvironmentVariable("WATCHDOG_USEC", "150000");
            try
            {
                HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
                builder.Services.AddSingleton(TimeProvider.System);
                builder.Services.AddSystemdNotice(_ => probe);
                return builder.Build();
            }
            finally
            {
                Environment.SetEnvironmentVariable("NOTIFY_SOCKET", null);
                Environment.SetEnvironmentVariable("WATCHDOG_USEC", null);
            }
        }

        public string? Heard(int waitMs)
        {
            _socket.ReceiveTimeout = waitMs;
            byte[] buffer = new byte[64];
            try
            {
                return Encoding.ASCII.GetString(buffer, 0, _socket.Receive(buffer));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
            {
                return null;
            }
        }

        public bool HeardUntil(string text, int waitMs)
        {
            string? heard;
            while ((heard = Heard(waitMs)) is not null)
            {
                if (heard == text)
                {
                    return true;
                }
            }

            return false;
        }

        public void Dispose()
        {
            _socket.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        private string Address => Path.Combine(_folder, "notify");
    }
}
