using EnviAgriNet.Core.Crops.Outlook.Yields;

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Makes the outlook of a field. Never throws for what is not known: a part that cannot be computed is left out and named. What was
/// assumed is named too.
/// </summary>
public sealed class OutlookMaker
{
    /// <summary>The middle of the country where coordinates are missing: Bangkok's latitude, low land.</summary>
    private static readonly WeatherSite Country = new(14, 20);

    // Weather of more than one long season is not looked at.
    private const int WeatherDaysMax = 500;
    private const int FreshDays = 2;
    private const int StandingDays = 120;

    private readonly FieldFacts _facts;
    private readonly DateOnly _today;
    private readonly HashSet<OutlookAssumption> _assumed = [];
    private readonly HashSet<OutlookGap> _missing = [];

    private OutlookMaker(FieldFacts facts, DateOnly today) => (_facts, _today) = (facts, today);

    /// <summary>Makes the outlook of a day; weather from that day on does not enter, but its hours do into spraying.</summary>
    public static FieldOutlook Make(FieldFacts facts, DateOnly today) => new OutlookMaker(facts, today).Make();

    private FieldOutlook Make()
    {
        FieldOutlook outlook = new() { On = _today, Crop = _facts.Crop };
        FieldWeather weather = Weather();
        outlook = outlook with { Weather = Cover(weather), Spray = Spray() };
        CropTraits? traits = CropTraitsTable.Find(_facts.Crop);
        if (!CropTable.TryFind(_facts.Crop, out Crop? crop, out _) || traits is null)
        {
            _missing.Add(OutlookGap.Crop);
            return Close(outlook);
        }

        RiceVariety? variety = traits.IsPaddy ? RiceVariety.Find(_facts.Variety) : null;
        if (_facts.Variety is { Length: > 0 } && variety is null)
        {
            _assumed.Add(OutlookAssumption.Variety);
        }

        outlook = outlook with { Crop = crop!.Code, Variety = variety?.Code, PlantedOn = _facts.PlantedOn };
        return Close(traits.Calendar is null
            ? Standing(outlook, crop, traits, weather)
            : _facts.PlantedOn is { } planted
                ? Growing(outlook, crop, traits, variety, planted, weather)
                : Unplanted(outlook));
    }

    private FieldOutlook Growing(
        FieldOutlook outlook, Crop crop, CropTraits traits, RiceVariety? variety, DateOnly planted, FieldWeather weather)
    {
        (GrowthCalendar calendar, StageBasis basis) = variety?.CalendarFor(planted) ?? (traits.Calendar!, StageBasis.DegreeDays);
        Growth growth = Growth.Of(traits, calendar, basis, planted, _today, weather);
        if (traits.BaseCelsius is null)
        {
            _missing.Add(OutlookGap.HeatNeed);
        }

        outlook = outlook with
        {
            DaysAfterPlanting = _today.DayNumber - planted.DayNumber,
            Stage = growth.Stage,
            StageBasis = growth.Basis,
            DegreeDays = growth.DegreeDays,
            Harvest = growth.Harvest,
        };
        if (_today <= planted)
        {
            return outlook with { Yield = Yield(traits, null, 0) };
        }

        StageLengths stages = calendar.Stretch(crop.Stages[0]);
        SeasonWater? season = Season(crop, traits, stages, planted, weather);
        return Judge(outlook, traits, weather, season) with
        {
            Yield = Yield(traits, season, Math.Max(0, calendar.Total - growth.UsualDays)),
        };
    }

    // A crop that stands all year has no season: the last months of weather say how dry its roots are.
    private FieldOutlook Standing(FieldOutlook outlook, Crop crop, CropTraits traits, FieldWeather weather)
    {
        DateOnly from = _today.AddDays(-Math.Min(StandingDays, _today.DayNumber));
        SeasonWater? season = weather.IsEmpty ? Unwatered(weather) : Season(crop, traits, null, from, weather);
        return Judge(outlook with { Stage = GrowthStage.Standing }, traits, weather, season) with { Yield = Yield(traits, season, 0) };
    }

    private FieldOutlook Unplanted(FieldOutlook outlook)
    {
        _missing.Add(OutlookGap.PlantingDate);
        return outlook with { Yield = CropTraitsTable.Find(outlook.Crop) is { } traits ? Yield(traits, null, 0) : null };
    }

    private FieldOutlook Judge(FieldOutlook outlook, CropTraits traits, FieldWeather weather, SeasonWater? season)
    {
        if (traits.IsPaddy && _facts.PaddyLevelCm is null)
        {
            _missing.Add(OutlookGap.PaddyLevel);
        }

        if (traits.HeatLimit is null && traits.ColdLimit is null)
        {
            _missing.Add(OutlookGap.TemperatureLimits);
        }

        return outlook with
        {
            Water = season is null ? null : WaterAdvisor.Advise(season, traits, outlook.Stage, _facts.IsIrrigated, Level()),
            Heat = TemperatureJudge.Heat(traits, outlook.Stage, weather),
            Cold = TemperatureJudge.Cold(traits, outlook.Stage, weather),
            Disease = traits.IsPaddy && BlastRule.Of(outlook.Stage, weather) is { } blast ? [blast] : [],
        };
    }

    private double? Level() => _facts.PaddyLevelCm is { } cm && cm is >= -100 and <= 100 ? cm : null;

    private SeasonWater? Season(Crop crop, CropTraits traits, StageLengths? stages, DateOnly planted, FieldWeather weather)
    {
        OutlookEt0 et0 = new(_facts.Site ?? Country);
        SeasonWater? season = WaterAdvisor.Season(
            crop, traits, stages, SoilOf(traits), planted, weather, et0, _facts.Irrigations ?? []);
        if (season is null)
        {
            return Unwatered(weather);
        }

        Assume(season.IsWetStart || stages is null, OutlookAssumption.WetStart);
        Assume(_facts.Site is null, OutlookAssumption.Place);
        Assume(et0.IsAssumed, OutlookAssumption.Evapotranspiration);
        Assume(traits.IsPaddy && Level() is null, OutlookAssumption.Seepage);
        Assume(_facts.IsIrrigated is null, OutlookAssumption.Irrigated);
        Assume(_facts.IsIrrigated != false && _facts.Irrigations is null && Level() is null, OutlookAssumption.NoIrrigationTold);
        return season;
    }

    private SeasonWater? Unwatered(FieldWeather weather)
    {
        if (weather.Has(d => d.TMin) && weather.Has(d => d.Rain))
        {
            _missing.Add(OutlookGap.DaysInARow);
        }

        return null;
    }

    private Soil SoilOf(CropTraits traits)
    {
        SoilTexture? texture = SoilTexture.All.FirstOrDefault(t => t.Code.Equals(_facts.Soil, StringComparison.OrdinalIgnoreCase));
        Assume(texture is null, OutlookAssumption.Soil);
        return (texture ?? SoilTexture.All.First(t => t.Code == (traits.IsPaddy ? "clay" : "loam"))).Typical;
    }

    private YieldOutlook? Yield(CropTraits traits, SeasonWater? season, double daysLeft)
    {
        YieldYear[] known = YieldForecaster.Known(_facts.YieldHistory ?? [], _today.Year);
        if (known.Length == 0 || YieldForecaster.Of(known, known[^1].Year + 1) is not { } usual)
        {
            _missing.Add(OutlookGap.YieldHistory);
            return null;
        }

        if (traits.YieldResponse is null)
        {
            _missing.Add(OutlookGap.YieldResponse);
        }

        double? factor = traits.YieldResponse is { } ky && season is not null
            ? YieldResponse.Factor(ky, season.SeasonRatio(daysLeft))
            : null;
        return YieldResponse.Outlook(usual, factor, known.Length, known[^1].Year);
    }

    private FieldWeather Weather()
    {
        int back = Math.Min(WeatherDaysMax, _today.DayNumber);
        DateOnly from = _today.AddDays(-back);
        if (_facts.PlantedOn is { } planted && planted > from && planted <= _today)
        {
            from = planted.DayNumber > 30 ? planted.AddDays(-30) : planted;
        }

        FieldWeather weather = FieldWeather.Of(_facts.Days, from, _today.DayNumber == 0 ? _today : _today.AddDays(-1));
        Lack(weather, d => d.TMin, OutlookGap.Temperature);
        Lack(weather, d => d.Rain, OutlookGap.Rain);
        Lack(weather, d => d.RhMax, OutlookGap.Humidity);
        Lack(weather, d => d.Wind, OutlookGap.Wind);
        if (!weather.IsEmpty && _today.DayNumber - weather.Days[^1].Date.DayNumber > FreshDays)
        {
            _missing.Add(OutlookGap.FreshWeather);
        }

        Assume(weather.Days.Any(d => d.IsBridged), OutlookAssumption.BridgedDays);
        return weather;
    }

    private void Lack(FieldWeather weather, Func<OutlookDay, double?> part, OutlookGap gap)
    {
        if (!weather.Has(part))
        {
            _missing.Add(gap);
        }
    }

    private void Assume(bool isSo, OutlookAssumption assumption)
    {
        if (isSo)
        {
            _assumed.Add(assumption);
        }
    }

    private WeatherCover? Cover(FieldWeather weather) => weather.IsEmpty
        ? null
        : new WeatherCover(
            weather.Days[0].Date,
            weather.Days[^1].Date,
            weather.Days.Count(d => d.IsWhole),
            weather.Days.Count(d => d.IsBridged),
            _facts.Sources);

    private SprayOutlook? Spray() => SprayRule.Of(_facts.Hours, _today, Math.Clamp(_facts.Hour, 0, 23));

    private FieldOutlook Close(FieldOutlook outlook) => outlook with
    {
        Assumed = [.. _assumed.Order()],
        Missing = [.. _missing.Order()],
    };
}
