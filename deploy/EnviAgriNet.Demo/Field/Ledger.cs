using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>The cloud's ledger as <c>eag-cloud ledger --json</c> prints it.</summary>
public sealed class Ledger
{
    private Ledger(JsonNode answer, IReadOnlyList<LedgerRow> rows)
    {
        Answer = answer;
        Rows = rows;
    }

    /// <summary>A row per station and outbox.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; }

    /// <summary>The answer as it came.</summary>
    public JsonNode Answer { get; }

    /// <summary>Reads what the command printed.</summary>
    public static Ledger Parse(string text)
    {
        JsonNode answer = JsonNode.Parse(text) ?? throw new FieldException("the ledger is empty");
        JsonArray rows = answer as JsonArray ?? answer["stations"] as JsonArray
            ?? throw new FieldException($"the ledger has no rows: {text}");
        return new Ledger(answer, [.. rows.Select(r => new LedgerRow(r!.AsObject()))]);
    }

    /// <summary>The sum of one number over all rows.</summary>
    public long Sum(Func<LedgerRow, long> number) => Rows.Sum(number);
}
