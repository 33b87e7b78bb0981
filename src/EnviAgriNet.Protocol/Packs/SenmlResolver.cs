using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>Applies base values to record after record (RFC 8428 section 4.6) and judges each by the rules.</summary>
internal sealed class SenmlResolver(StationId station, DateTimeOffset? now, NameCache names)
{
    /// <summary>A resolved time below this is relative to now (RFC 8428 section 4.5.3).</summary>
    private const decimal RelativeBelow = 268_435_456m;

    private readonly string _prefix = $"{Labels.UrnPrefix}{station}:";
    private readonly List<Reading> _readings = [];
    private readonly List<Refusal> _refusals = [];
    private SenmlHead _head = SenmlHead.Unread;
    private string _baseName = string.Empty;
    private string? _baseUnit;
    private decimal _baseTime;
    private double _baseValue;

    /// <summary>How many records were added, taken or refused.</summary>
    public int Count { get; private set; }

    public void Add(SenmlRecord record)
    {
        _baseName = record.BaseName ?? _baseName;
        _baseUnit = record.BaseUnit ?? _baseUnit;
        _baseTime = record.BaseTime ?? _baseTime;
        _baseValue = record.BaseValue ?? _baseValue;
        if (Count == 0)
        {
            ReadHead(record);
        }

        if (Judge(record, out Reading reading) is { } refusal)
        {
            _refusals.Add(refusal);
        }
        else
        {
            _readings.Add(reading);
        }

        Count++;
    }

    public SenmlBatch Finish() => new(_head, _readings, _refusals, null);

    /// <summary>Refuses the whole payload; what the first record said is kept, so that the refusal can be receipted.</summary>
    public SenmlBatch Refuse(PackRule rule, string detail) =>
        new(_head, [], [], new Refusal(-1, rule, string.Empty, detail));

    private void ReadHead(SenmlRecord record) => _head = new SenmlHead(
        record.Sequence,
        record.Outbox ?? string.Empty,
        record.Boot ?? string.Empty,
        record.HeardAt is { } heard && TryTime(heard, out DateTimeOffset at) ? at : null,
        record.TimeUncertainty is { } seconds and >= 0 and < 1e9m ? Span(seconds) : TimeSpan.Zero,
        record.BaseTime is { } time && TryTime(time, out DateTimeOffset baseTime) ? baseTime : null,
        record.Monotonic is { } mono and >= 0 and < 1e9m ? Span(mono) : null);

    private Refusal? Judge(SenmlRecord record, out Reading reading)
    {
        reading = default;
        if (record.Fault is { } fault)
        {
            return Because(fault.Rule, fault.Field, fault.Detail);
        }

        if (record.Value is null && record.OtherValues == 0)
        {
            return Because(PackRule.NoValue, Labels.Value, "the record has no 'v'");
        }

        if (record.OtherValues > 0)
        {
            return record.Value is null && record.OtherValues == 1
                ? Because(PackRule.NoValue, Labels.Value, "a reading has a number in 'v', no other kind of value")
                : Because(PackRule.TwoValues, Labels.Value, "the record has more than one value");
        }

        double value = _baseValue + record.Value!.Value;
        if (!double.IsFinite(value))
        {
            return Because(PackRule.NotFinite, Labels.Value, "'bv' and 'v' add up to no finite number");
        }

        return JudgeName(record, out SeriesName? series)
            ?? JudgeTime(record, out DateTimeOffset takenAt)
            ?? JudgeQuality(record, new Reading(series!, takenAt, value, QualityFlag.NotEvaluated), out reading);
    }

    private Refusal? JudgeName(SenmlRecord record, out SeriesName? series)
    {
        series = null;
        string own = record.Name ?? string.Empty;
        string text;
        if (_baseName == _prefix)
        {
            text = own;
        }
        else
        {
            string full = _baseName + own;
            if (!full.StartsWith(_prefix, StringComparison.Ordinal))
            {
                return Because(PackRule.WrongStation, Labels.Name, $"the name does not begin with '{_prefix}'");
            }

            text = full[_prefix.Length..];
        }

        if (!names.TryGetSeries(text, out series, out string? fault))
        {
            return Because(PackRule.BadName, Labels.Name, Printable(fault));
        }

        string? unit = record.Unit ?? _baseUnit;
        return unit is null || unit == series.Quantity.Unit
            ? null
            : Because(
                PackRule.WrongUnit, Labels.Unit,
                Printable($"unit '{unit}' given, {series.Quantity.Code} travels in '{series.Quantity.Unit}'"));
    }

    private Refusal? JudgeTime(SenmlRecord record, out DateTimeOffset takenAt)
    {
        decimal seconds = _baseTime + (record.Time ?? 0);
        takenAt = default;
        if (seconds < RelativeBelow && now is null)
        {
            return Because(PackRule.BadTime, Labels.Time, "a time relative to now cannot be told in a replay");
        }

        if (seconds < RelativeBelow)
        {
            seconds += now!.Value.ToUnixTimeMilliseconds() / 1000m;
        }

        if (!TryTime(seconds, out takenAt))
        {
            return Because(
                PackRule.BadTime, Labels.Time, $"the time is not from {Limits.TakenAtMin:yyyy-MM-dd} to the year 9999");
        }

        return now is { } present && takenAt > present + Limits.FutureMax
            ? Because(
                PackRule.InFuture, Labels.Time,
                $"taken at {takenAt:yyyy-MM-ddTHH:mm:ssZ}, more than {Limits.FutureMax.TotalMinutes} min ahead of network time")
            : null;
    }

    private Refusal? JudgeQuality(SenmlRecord record, Reading plain, out Reading reading)
    {
        reading = plain with { Test = QualityMark.TestOf(record.QualityTest) };
        if (record.Quality is null)
        {
            return null;
        }

        if (record.Quality is < 1 or > 4)
        {
            return Because(PackRule.BadQuality, Labels.Quality, $"quality {record.Quality} is not 1, 2, 3 or 4");
        }

        reading = reading with { Quality = (QualityFlag)record.Quality.Value };
        return null;
    }

    private Refusal Because(PackRule rule, string field, string detail) => new(Count, rule, field, detail);

    /// <summary>Seconds since 1970 to the nearest millisecond, the resolution of time in the network.</summary>
    private static bool TryTime(decimal seconds, out DateTimeOffset time)
    {
        decimal ms = Math.Round(seconds * 1000m, MidpointRounding.AwayFromZero);
        bool possible = ms >= Limits.TakenAtMin.ToUnixTimeMilliseconds()
            && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        time = possible ? DateTimeOffset.FromUnixTimeMilliseconds((long)ms) : default;
        return possible;
    }

    private static TimeSpan Span(decimal seconds) => new((long)(seconds * TimeSpan.TicksPerSecond));

    private static string Printable(string text) =>
        new([.. text.Take(160).Select(c => char.IsControl(c) ? '?' : c)]);
}
