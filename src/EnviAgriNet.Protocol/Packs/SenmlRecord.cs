using System.Globalization;
using System.Text.Json;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>The fields of one record as they stand, before base values are applied. Reused from record to record.</summary>
internal sealed class SenmlRecord
{
    private readonly HashSet<string> _unknownSeen = [];
    private ulong _seen;

    public string? BaseName { get; private set; }

    public decimal? BaseTime { get; private set; }

    public string? BaseUnit { get; private set; }

    public double? BaseValue { get; private set; }

    public string? Name { get; private set; }

    public string? Unit { get; private set; }

    public decimal? Time { get; private set; }

    public double? Value { get; private set; }

    public int OtherValues { get; private set; }

    public int? Quality { get; private set; }

    public string? QualityTest { get; private set; }

    public long? Sequence { get; private set; }

    public string? Outbox { get; private set; }

    public string? Boot { get; private set; }

    public decimal? HeardAt { get; private set; }

    public decimal? TimeUncertainty { get; private set; }

    public decimal? Monotonic { get; private set; }

    /// <summary>The first rule this record breaks by itself, or null.</summary>
    public (PackRule Rule, string Field, string Detail)? Fault { get; private set; }

    /// <summary>Reads the object at whose start the reader stands, to its end. A fault is kept and the rest is still read.</summary>
    public void Read(ref Utf8JsonReader json, NameCache names)
    {
        Clear();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref json, names);
        }
    }

    private void Clear()
    {
        BaseName = Name = BaseUnit = Unit = Outbox = Boot = QualityTest = null;
        BaseTime = Time = HeardAt = TimeUncertainty = Monotonic = null;
        BaseValue = Value = null;
        Quality = null;
        Sequence = null;
        OtherValues = 0;
        Fault = null;
        _seen = 0;
        _unknownSeen.Clear();
    }

    private void ReadField(ref Utf8JsonReader json, NameCache names)
    {
        string label = names.Get(ref json);
        json.Read();
        switch (label)
        {
            case Labels.Name: Once(0, label); Name = Text(ref json, label, names); break;
            case Labels.Value: Once(1, label); Value = Real(ref json, label); break;
            case Labels.Time: Once(2, label); Time = Exact(ref json, label); break;
            case Labels.Quality: Once(3, label); Quality = (int?)Whole(ref json, label); break;
            case Labels.Unit: Once(4, label); Unit = Text(ref json, label, names); break;
            case Labels.BaseName: Once(5, label); BaseName = Text(ref json, label, names); break;
            case Labels.BaseTime: Once(6, label); BaseTime = Exact(ref json, label); break;
            case Labels.BaseUnit: Once(7, label); BaseUnit = Text(ref json, label, names); break;
            case Labels.BaseValue: Once(8, label); BaseValue = Real(ref json, label); break;
            case Labels.Sequence: Once(9, label); Sequence = Whole(ref json, label); break;
            case Labels.Outbox: Once(10, label); Outbox = Text(ref json, label, names); break;
            case Labels.Boot: Once(11, label); Boot = Text(ref json, label, names); break;
            case Labels.HeardAt: Once(12, label); HeardAt = Exact(ref json, label); break;
            case Labels.TimeUncertainty: Once(13, label); TimeUncertainty = Exact(ref json, label); break;
            case Labels.Monotonic: Once(14, label); Monotonic = Exact(ref json, label); break;
            case Labels.BaseVersion: Once(15, label); CheckVersion(Whole(ref json, label)); break;
            case Labels.QualityTest: Once(16, label); QualityTest = Text(ref json, label, names); break;
            case Labels.StringValue or Labels.BooleanValue or Labels.DataValue or Labels.Sum:
                OtherValues++;
                json.Skip();
                break;
            default:
                ReadUnknown(ref json, label);
                break;
        }
    }

    private void ReadUnknown(ref Utf8JsonReader json, string label)
    {
        if (label.EndsWith('_'))
        {
            Break(PackRule.UnknownMandatoryLabel, label, "a label that ends in '_' must be understood, and is not");
        }
        else if (!_unknownSeen.Add(label))
        {
            Break(PackRule.BadField, label, "stands twice in one record");
        }

        json.Skip();
    }

    private void Once(int place, string label)
    {
        ulong bit = 1UL << place;
        if ((_seen & bit) != 0)
        {
            Break(label == Labels.Value ? PackRule.TwoValues : PackRule.BadField, label, "stands twice in one record");
        }

        _seen |= bit;
    }

    private string? Text(ref Utf8JsonReader json, string label, NameCache names)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return names.Get(ref json);
        }

        BreakType(ref json, label, "a string");
        return null;
    }

    private double? Real(ref Utf8JsonReader json, string label)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            BreakType(ref json, label, "a number");
            return null;
        }

        if (json.TryGetDouble(out double value) && double.IsFinite(value))
        {
            return value;
        }

        Break(PackRule.NotFinite, label, "is not a finite number");
        return null;
    }

    private decimal? Exact(ref Utf8JsonReader json, string label)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            BreakType(ref json, label, "a number");
            return null;
        }

        if (json.TryGetDecimal(out decimal value) && Math.Abs(value) < 1e12m)
        {
            return value;
        }

        Break(PackRule.BadTime, label, "is not a number of seconds between -1e12 and 1e12");
        return null;
    }

    private long? Whole(ref Utf8JsonReader json, string label)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            BreakType(ref json, label, "a whole number");
            return null;
        }

        if (json.TryGetInt64(out long value) && Math.Abs(value) <= Limits.SequenceMax)
        {
            return value;
        }

        Break(PackRule.BadField, label, string.Create(
            CultureInfo.InvariantCulture, $"is not a whole number up to {Limits.SequenceMax}"));
        return null;
    }

    private void CheckVersion(long? version)
    {
        if (version is not null and not 10)
        {
            Break(PackRule.BadVersion, Labels.BaseVersion, "only SenML version 10 is read");
        }
    }

    private void BreakType(ref Utf8JsonReader json, string label, string wanted)
    {
        Break(PackRule.BadField, label, $"must be {wanted}");
        json.Skip();
    }

    private void Break(PackRule rule, string field, string detail) =>
        Fault ??= (rule, field.Length > 40 ? field[..40] : field, $"'{(field.Length > 40 ? field[..40] : field)}' {detail}");
}
