using System.Net.Sockets;
using System.Text;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>Many live pages: each a connection of its own that reads its stream. Two in three show the map, the others a station each.</summary>
internal sealed class OpenPages : IDisposable
{
    private readonly List<TcpClient> _clients = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _readers = [];
    private long _bytes;
    private int _open;

    /// <summary>Bytes that came so far.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Pages that have heard something and are still open.</summary>
    public int Open => Volatile.Read(ref _open);

    public async Task OpenAsync(int port, int pages, ReadingField field)
    {
        for (int i = 0; i < pages; i++)
        {
            TcpClient client = new();
            await client.ConnectAsync("127.0.0.1", port);
            _clients.Add(client);
            string path = i % 3 == 0
                ? $"/api/live?stations={field.Stations[i % field.Stations.Count]}&topics=values,alerts"
                : "/api/live?series=pm25&topics=map,alerts";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
            _readers.Add(ReadAsync(client.GetStream(), _end.Token));
        }

        await Wait.UntilAsync($"{pages} pages to hear something", TimeSpan.FromSeconds(120), () => Task.FromResult(Open == pages));
    }

    public void Dispose()
    {
        _end.Cancel();
        _clients.ForEach(client => client.Dispose());
        _end.Dispose();
    }

    private async Task ReadAsync(NetworkStream stream, CancellationToken end)
    {
        byte[] buffer = new byte[16 * 1024];
        bool isOpen = false;
        try
        {
            while (true)
            {
                int read = await stream.ReadAsync(buffer, end);
                if (read == 0)
                {
                    break;
                }

                if (!isOpen)
                {
                    isOpen = Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 20)).Contains(" 200 ", StringComparison.Ordinal);
                    Interlocked.Add(ref _open, isOpen ? 1 : 0);
                }

                Interlocked.Add(ref _bytes, read);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed, or the server.
        }

        Interlocked.Add(ref _open, isOpen ? -1 : 0);
    }
}
