using System.Text;
using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Imports.Files;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Imports;

/// <summary>A registry with the importer on it.</summary>
internal sealed class ImportRoom : IDisposable
{
    private readonly RegistryRoom _room = new();

    public ImportRoom()
    {
        Time = new Testing.ManualTime(new DateTimeOffset(2026, 3, 1, 5, 0, 0, TimeSpan.Zero));
        Climate = new ClimateBook(_room.Database, Time);
        MarketStore store = new(_room.Database, Climate, Time);
        Importer = new MarketImporter(store, TimeProvider.System);
        Prices = new PriceBook(_room.Database, store);
        Yields = new YieldBook(_room.Database, store);
    }

    public Testing.ManualTime Time { get; }

    public ClimateBook Climate { get; }

    public MarketImporter Importer { get; }

    public PriceBook Prices { get; }

    public YieldBook Yields { get; }

    /// <summary>Whether nothing at all was kept.</summary>
    public bool IsEmpty => Prices.All().Count == 0 && Yields.All().Count == 0 && Climate.Spans().Count == 0 && Yields.Indices().Count == 0;

    public Task<MarketReport> ImportAsync(string name, byte[] bytes, ImportTopic topic = ImportTopic.Prices, string form = MarketImporter.Auto, bool isTrial = false) =>
        Importer.ImportAsync(SourceFile.Of(name, bytes), new ImportCall(topic, form, null, isTrial), CancellationToken.None);

    public Task<MarketReport> ImportAsync(string name, string text, ImportTopic topic = ImportTopic.Prices, bool isTrial = false) =>
        ImportAsync(name, Encoding.UTF8.GetBytes(text), topic, MarketImporter.Auto, isTrial);

    /// <summary>The reason for which a file is refused; asserts that nothing of it was kept.</summary>
    public async Task<string> RefusedAsync(string name, byte[] bytes, ImportTopic topic = ImportTopic.Prices, string form = MarketImporter.Auto)
    {
        ImportException e = await Assert.ThrowsAsync<ImportException>(async () => await ImportAsync(name, bytes, topic, form));
        Assert.True(IsEmpty, name);
        return e.Message;
    }

    public Task<string> RefusedAsync(string name, string text, ImportTopic topic = ImportTopic.Prices) =>
        RefusedAsync(name, Encoding.UTF8.GetBytes(text), topic);

    public void Dispose() => _room.Dispose();
}
