using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary>The files of a cloud as a quality command opens them, beside the cloud that writes them.</summary>
internal sealed class QualityFiles : IAsyncDisposable
{
    private readonly ServiceProvider _registry;
    private readonly Lazy<StoredReadings> _readings;
    private readonly Lazy<VerdictBook> _verdicts;

    public QualityFiles(IConfiguration configuration)
    {
        string folder = CloudCall.DataFolder(configuration);
        _registry = CloudCall.Registry(configuration);
        Folder = folder;
        Versions = _registry.GetRequiredService<QualityVersionBook>();
        _readings = new(() => new StoredReadings(Path.Combine(folder, ReadingStoreSetup.FileName)));
        _verdicts = new(() => new VerdictBook(
            Path.Combine(folder, VerdictFile.Name), mayHeal: false, Time, NullLogger<VerdictBook>.Instance));
    }

    public string Folder { get; }

    public QualityVersionBook Versions { get; }

    public TimeProvider Time => _registry.GetRequiredService<TimeProvider>();

    public Registry.StationBook Stations => _registry.GetRequiredService<Registry.StationBook>();

    /// <summary>The stored readings. Throws <see cref="StoreException"/> where there are none.</summary>
    public StoredReadings Readings => _readings.Value;

    public VerdictBook Verdicts => _verdicts.Value;

    public JudgedReadings Judged => new(Readings, Verdicts, Versions);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_readings.IsValueCreated)
        {
            _readings.Value.Dispose();
        }

        if (_verdicts.IsValueCreated)
        {
            _verdicts.Value.Dispose();
        }

        await _registry.DisposeAsync();
    }
}
