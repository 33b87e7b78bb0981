using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EnviAgriNet.Hosting;

/// <summary>
/// Tells systemd that the program is ready, that it lives, and that it stops (<c>Type=notify</c>, <c>WatchdogSec=</c>). Without
/// systemd it does nothing.
/// </summary>
public static class SystemdNotice
{
    private const string SocketVariable = "NOTIFY_SOCKET";
    private const string WatchdogVariable = "WATCHDOG_USEC";

    /// <summary>Adds it.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="makeProbe">Makes what is called before each sign of life; when it hangs or throws, no sign is given.</param>
    public static IServiceCollection AddSystemdNotice(this IServiceCollection services, Func<IServiceProvider, Action> makeProbe)
    {
        ArgumentNullException.ThrowIfNull(makeProbe);
        TimeSpan? period = WatchdogPeriod(Environment.GetEnvironmentVariable(WatchdogVariable));
        return Environment.GetEnvironmentVariable(SocketVariable) is { Length: > 0 } socket
            ? services.AddHostedService(provider => new Beat(
                socket,
                period,
                makeProbe(provider),
                provider.GetRequiredService<IHostApplicationLifetime>(),
                provider.GetRequiredService<TimeProvider>()))
            : services;
    }

    /// <summary>How often a sign of life is due: a third of what systemd waits; null when it does not wait.</summary>
    public static TimeSpan? WatchdogPeriod(string? microseconds) =>
        long.TryParse(microseconds, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
            ? TimeSpan.FromMicroseconds(number / 3.0)
            : null;

    private static void Send(string socket, string text)
    {
        // A name that begins with @ is one without a file.
        string address = socket[0] == '@' ? '\0' + socket[1..] : socket;
        using Socket to = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            to.SendTo(Encoding.ASCII.GetBytes(text), new UnixDomainSocketEndPoint(address));
        }
        catch (SocketException)
        {
            // Nobody listens. If systemd misses us it does what it is set to do.
        }
    }

    private sealed class Beat(string socket, TimeSpan? period, Action probe, IHostApplicationLifetime lifetime, TimeProvider time)
        : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using CancellationTokenRegistration ready = lifetime.ApplicationStarted.Register(() => Send(socket, "READY=1"));
            using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(() => Send(socket, "STOPPING=1"));
            if (period is not { } every)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
                return;
            }

            using PeriodicTimer timer = new(every, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                probe();
                Send(socket, "WATCHDOG=1");
            }
        }
    }
}
