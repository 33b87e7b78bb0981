using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>
/// Kannel by itself, bearerbox and smsbox as they are shipped, fed from a file of sendsms calls as fast as it takes them, an SMPP
/// simulator behind it that answers at once.
/// </summary>
internal static class KannelSide
{
    private const int Connections = 32;
    private const int NoLimit = 100_000;

    private static readonly TimeSpan DrainMax = TimeSpan.FromMinutes(5);

    /// <summary>Feeds so many calls.</summary>
    public static async Task<KannelFigures> MeasureAsync(int messages)
    {
        await using StandInSmsc smsc = await StandInSmsc.StartAsync();
        await smsc.OrderAsync(receipts: false);
        await using Kannel kannel = await Kannel.StartAsync(smsc.Port, NoLimit);
        using TempFolder folder = new();
        string calls = WriteCalls(folder, kannel.Url, messages);
        long begin = Stopwatch.GetTimestamp();
        int accepted = Feed(calls, kannel.Url);
        double acceptSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        long deadline = begin + (long)(DrainMax.TotalSeconds * Stopwatch.Frequency);
        while (smsc.Count < accepted && Stopwatch.GetTimestamp() < deadline)
        {
            await Task.Delay(20);
        }

        double drainSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return accepted == messages && smsc.Count >= messages
            ? new KannelFigures(messages, messages / acceptSeconds, messages / drainSeconds)
            : throw new BenchmarkException($"Kannel accepted {accepted} of {messages}, and {smsc.Count} reached the simulator");
    }

    // One call after the other, as bytes that only have to be written to a socket.
    private static string WriteCalls(TempFolder folder, Uri url, int messages)
    {
        StringBuilder calls = new();
        string text = "เตือนภัยน้ำท่วม ต.ช้างเผือก ระดับน้ำเกินตลิ่ง ขึ้นที่สูงทันที โทร 1784";
        for (int i = 0; i < messages; i++)
        {
            calls.Append(CultureInfo.InvariantCulture, $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\n")
                .Append(CultureInfo.InvariantCulture, $"X-Kannel-Username: {Kannel.Username}\r\nX-Kannel-Password: {Kannel.Password}\r\n")
                .Append(CultureInfo.InvariantCulture, $"X-Kannel-From: WARN\r\nX-Kannel-To: +6681{i:D7}\r\nX-Kannel-Coding: 2\r\n")
                .Append(CultureInfo.InvariantCulture, $"Content-Type: text/plain; charset=UTF-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\n\r\n")
                .Append(text).Append('\0');
        }

        return folder.Write("calls", calls.ToString());
    }

    private static int Feed(string file, Uri url)
    {
        byte[][] calls = [.. File.ReadAllText(file).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes)];
        int next = -1;
        int accepted = 0;
        Thread[] feeders = [.. Enumerable.Range(0, Connections).Select(_ => new Thread(() =>
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, url.Port);
            byte[] answer = new byte[4_096];
            for (int i = Interlocked.Increment(ref next); i < calls.Length; i = Interlocked.Increment(ref next))
            {
                socket.Send(calls[i]);
                Interlocked.Add(ref accepted, ReadAnswer(socket, answer).StartsWith("HTTP/1.1 202"u8) ? 1 : 0);
            }
        }))];
        Array.ForEach(feeders, feeder => feeder.Start());
        Array.ForEach(feeders, feeder => feeder.Join());
        return accepted;
    }

    // Head and body come in one piece or in several; the body's length stands in the head.
    private static ReadOnlySpan<byte> ReadAnswer(Socket socket, byte[] answer)
    {
        int filled = 0;
        while (true)
        {
            int read = socket.Receive(answer, filled, answer.Length - filled, SocketFlags.None);
            if (read == 0)
            {
                return answer.AsSpan(0, filled);
            }

            filled += read;
            ReadOnlySpan<byte> bytes = answer.AsSpan(0, filled);
            int head = bytes.IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                continue;
            }

            int at = bytes.IndexOf("Content-Length: "u8);
            int length = at < 0 ? 0 : int.Parse(Encoding.ASCII.GetString(bytes[(at + 16)..head]).Split('\r')[0], CultureInfo.InvariantCulture);
            if (filled >= head + 4 + length)
            {
                return bytes;
            }
        }
    }
}

/// <summary>What Kannel came to by itself.</summary>
/// <param name="Messages">How many.</param>
/// <param name="AcceptedPerSecond">Calls answered with 202.</param>
/// <param name="DeliveredPerSecond">Messages at the simulator, from the first call to the last message.</param>
internal sealed record KannelFigures(int Messages, double AcceptedPerSecond, double DeliveredPerSecond);
