using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Core.Quality;

/// <summary>One test as JSON.</summary>
internal static class QualityTestJson
{
    private static readonly Dictionary<string, ClimatologyPeriod> Periods = new()
    {
        ["year"] = ClimatologyPeriod.Year,
        ["quarter"] = ClimatologyPeriod.Quarter,
        ["month"] = ClimatologyPeriod.Month,
        ["week"] = ClimatologyPeriod.Week,
        ["weekofyear"] = ClimatologyPeriod.Week,
        ["day"] = ClimatologyPeriod.Day,
        ["dayofyear"] = ClimatologyPeriod.DayOfYear,
        ["day_of_year"] = ClimatologyPeriod.DayOfYear,
        ["dayofweek"] = ClimatologyPeriod.DayOfWeek,
        ["day_of_week"] = ClimatologyPeriod.DayOfWeek,
        ["weekday"] = ClimatologyPeriod.DayOfWeek,
        ["hour"] = ClimatologyPeriod.Hour,
    };

    /// <summary>The test of a name; null, with a fault, when there is none of that name.</summary>
    public static SeriesTest? Read(string name, string at, JsonElement json, List<string> faults)
    {
        if (name == "climatology")
        {
            return ReadClimatology(at, json, faults);
        }

        if (name is not ("gross_range" or "spike" or "rate_of_change" or "flat_line" or "attenuated_signal" or "gap"))
        {
            faults.Add($"{at} is not a test; there are gross_range, climatology, spike, rate_of_change, flat_line, "
                + "attenuated_signal, gap, neighbour and sensor_doubt");
            return null;
        }

        JsonFields fields = new(json, at, faults);
        SeriesTest test = name switch
        {
            "gross_range" => new GrossRangeTest(fields.Span("fail", "fail_span"), fields.Span("suspect", "suspect_span")),
            "spike" => ReadSpike(fields),
            "rate_of_change" => new RateOfChangeTest(
                fields.Number("suspect_per_second", "threshold", "suspect_threshold"),
                fields.Number("fail_per_second", "fail_threshold"),
                fields.Number("min_seconds") ?? 1),
            "flat_line" => new FlatLineTest(
                fields.Number("suspect_seconds", "suspect_threshold"),
                fields.Number("fail_seconds", "fail_threshold"),
                fields.Number("tolerance") ?? 0,
                fields.Number("ignore_below"),
                fields.Whole("min_points")),
            "attenuated_signal" => ReadAttenuated(fields),
            _ => new GapTest(fields.Number("suspect_seconds"), fields.Number("fail_seconds")),
        };
        fields.RefuseOthers();
        return test;
    }

    public static NeighbourTest ReadNeighbour(JsonFields fields)
    {
        if (fields.Number("tolerance") is not { } tolerance)
        {
            fields.Fault("tolerance", "is needed");
            tolerance = 0;
        }

        NeighbourTest test = new(
            tolerance,
            fields.Number("share") ?? 0,
            fields.Number("km_max") ?? NeighbourTest.UsualKilometres,
            fields.Whole("neighbours_min") ?? NeighbourTest.UsualMin,
            fields.Whole("neighbours_max") ?? NeighbourTest.UsualMax);
        fields.RefuseOthers();
        return test;
    }

    public static HumidityDoubt ReadDoubt(JsonFields fields)
    {
        HumidityDoubt doubt = new(fields.Number("humidity_above") ?? QualityDefaults.HumidityDoubted);
        fields.RefuseOthers();
        return doubt;
    }

    public static JsonNode Write(SeriesTest test) => test switch
    {
        GrossRangeTest t => Object(("fail", Pair(t.Fail)), ("suspect", Pair(t.Suspect))),
        ClimatologyTest t => new JsonArray([.. t.Members.Select(WriteMember)]),
        SpikeTest t => Object(
            ("suspect", t.Suspect), ("fail", t.Fail), ("method", t.Method == SpikeMethod.Average ? "average" : "differential")),
        RateOfChangeTest t => Object(
            ("suspect_per_second", t.SuspectPerSecond),
            ("fail_per_second", t.FailPerSecond),
            ("min_seconds", t.MinSeconds > 1 ? t.MinSeconds : null)),
        FlatLineTest t => Object(
            ("suspect_seconds", t.SuspectSeconds),
            ("fail_seconds", t.FailSeconds),
            ("tolerance", t.Tolerance),
            ("ignore_below", t.IgnoreBelow),
            ("min_points", t.PointsMin)),
        AttenuatedSignalTest t => Object(
            ("suspect", t.Suspect),
            ("fail", t.Fail),
            ("check_type", t.Measure == SignalMeasure.Std ? "std" : "range"),
            ("test_period", t.PeriodSeconds),
            ("min_obs", t.MinObservations),
            ("min_period", t.MinPeriodSeconds)),
        GapTest t => Object(("suspect_seconds", t.SuspectSeconds), ("fail_seconds", t.FailSeconds)),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    private static SpikeTest ReadSpike(JsonFields fields)
    {
        string method = fields.Text("method") ?? "average";
        if (method is not ("average" or "differential"))
        {
            fields.Fault("method", $"'{method}' must be average or differential");
        }

        return new SpikeTest(
            fields.Number("suspect", "suspect_threshold"),
            fields.Number("fail", "fail_threshold"),
            method == "differential" ? SpikeMethod.Differential : SpikeMethod.Average);
    }

    private static AttenuatedSignalTest ReadAttenuated(JsonFields fields)
    {
        string measure = fields.Text("check_type") ?? "std";
        if (measure is not ("std" or "range"))
        {
            fields.Fault("check_type", $"'{measure}' must be std or range");
        }

        return new AttenuatedSignalTest(
            fields.Number("suspect", "suspect_threshold"),
            fields.Number("fail", "fail_threshold"),
            measure == "range" ? SignalMeasure.Range : SignalMeasure.Std,
            fields.Number("test_period"),
            fields.Whole("min_obs"),
            fields.Number("min_period"));
    }

    private static ClimatologyTest ReadClimatology(string at, JsonElement json, List<string> faults)
    {
        JsonElement list = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("config", out JsonElement inner) ? inner : json;
        if (list.ValueKind != JsonValueKind.Array)
        {
            faults.Add($"{at} must be a list of members");
            return new ClimatologyTest([]);
        }

        return new ClimatologyTest(
            [.. list.EnumerateArray().Select((m, i) => ReadMember(new JsonFields(m, $"{at}[{i}]", faults)))]);
    }

    private static ClimatologyMember ReadMember(JsonFields fields)
    {
        ClimatologyPeriod period = ClimatologyPeriod.Dates;
        if (fields.Text("period") is { } name && !Periods.TryGetValue(name, out period))
        {
            fields.Fault("period", $"'{name}' is none of {string.Join(", ", Periods.Keys)}");
            period = ClimatologyPeriod.Year;
        }

        Span? time = period == ClimatologyPeriod.Dates ? fields.Dates("tspan") : fields.Span("tspan");
        Span? usual = fields.Span("vspan", "suspect");
        ClimatologyMember member = new(
            time ?? default, period, usual ?? default, fields.Span("fspan", "fail"), fields.Span("zspan"));
        if (time is null)
        {
            fields.Fault("tspan", "is needed");
        }

        if (usual is null)
        {
            fields.Fault("vspan", "is needed");
        }

        fields.RefuseOthers();
        return member;
    }

    private static JsonNode WriteMember(ClimatologyMember member) => Object(
        ("tspan", member.Period == ClimatologyPeriod.Dates ? Dates(member.Time) : Pair(member.Time)),
        ("period", Periods.FirstOrDefault(p => p.Value == member.Period).Key),
        ("vspan", Pair(member.Suspect)),
        ("fspan", Pair(member.Fail)),
        ("zspan", Pair(member.Depth)));

    private static JsonArray? Pair(Span? span) => span is { } s ? [s.Min, s.Max] : null;

    private static JsonArray Dates(Span span) => [Date(span.Min), Date(span.Max)];

    private static string Date(double ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)ms).ToString("yyyy-MM-ddTHH:mm:ss.fffZ");

    private static JsonObject Object(params (string Key, JsonNode? Value)[] fields)
    {
        JsonObject json = [];
        foreach ((string key, JsonNode? value) in fields)
        {
            if (value is not null)
            {
                json[key] = value;
            }
        }

        return json;
    }
}
