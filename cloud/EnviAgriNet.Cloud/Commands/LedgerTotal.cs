using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>The sums over lines of the ledger, and both as JSON.</summary>
internal sealed record LedgerTotal(
    long PacksStored,
    long PacksLate,
    long PacksRejected,
    long PacksDropped,
    long PacksMissing,
    long Repeats,
    long ReadingsStored,
    long ReadingsLate,
    long ReadingsDuplicate,
    long ReadingsDropped,
    IReadOnlyDictionary<string, long> ReadingsRejected)
{
    public static LedgerTotal Of(IReadOnlyList<LedgerLine> lines) => new(
        lines.Sum(l => l.PacksStored),
        lines.Sum(l => l.PacksLate),
        lines.Sum(l => l.PacksRejected),
        lines.Sum(l => l.PacksDropped),
        lines.Sum(l => l.PacksMissing),
        lines.Sum(l => l.Repeats),
        lines.Sum(l => l.ReadingsStored),
        lines.Sum(l => l.ReadingsLate),
        lines.Sum(l => l.ReadingsDuplicate),
        lines.Sum(l => l.ReadingsDropped),
        lines.SelectMany(l => l.ReadingsRejected).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Sum(r => r.Value)));

    public static JsonObject Json(LedgerLine line)
    {
        JsonObject json = Of([line]).Json();
        json.Insert(0, "station", line.Station.Value);
        json.Insert(1, "outbox", line.Outbox);
        json.Insert(2, "last_sequence", line.LastSequence);
        return json;
    }

    public JsonObject Json() => new()
    {
        ["packs_stored"] = PacksStored,
        ["packs_late"] = PacksLate,
        ["packs_rejected"] = PacksRejected,
        ["packs_dropped"] = PacksDropped,
        ["packs_missing"] = PacksMissing,
        ["repeats"] = Repeats,
        ["readings_stored"] = ReadingsStored,
        ["readings_late"] = ReadingsLate,
        ["readings_duplicate"] = ReadingsDuplicate,
        ["readings_dropped"] = ReadingsDropped,
        ["readings_rejected"] = ReadingsRejected.Values.Sum(),
        ["rejected_by_rule"] = new JsonObject(
            ReadingsRejected.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)JsonValue.Create(r.Value)))),
    };
}
