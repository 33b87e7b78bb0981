using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Commands.Calc.Messages;

/// <summary><c>calc sms</c>: how long a text is as SMS, and where it is split.</summary>
internal sealed class SmsCalculation : Calculation
{
    public override string Name => "sms";

    public override string Summary =>
        "encoding (GSM-7 or UCS-2), units (septets with escapes, or UTF-16 units), parts and their texts; a part ends inside no grapheme, "
        + "and inside no number, address or link that fits into one";

    public override string Source => "3GPP 23.038 and 23.040: 160 septets or 70 units alone, 153 or 67 in each of several parts";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("text", string.Empty, "the text, taken as it is") { ColumnOption = "column", Spellings = ["message", "sms"] },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["encoding", "units", "parts", "splits"];

    public override CalcResult Compute(CalcRow row)
    {
        SmsParts parts = SmsParts.Of(row.Verbatim("text"));
        return new CalcResult
        {
            { "encoding", parts.Encoding.Name() },
            { "units", parts.Units },
            { "parts", parts.Count },
            { "splits", parts.Texts },
        };
    }
}
