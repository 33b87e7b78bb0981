namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>Turns the water of a field into advice.</summary>
internal static class WaterAdvisor
{
    private const int RecentDays = 7;
    private const int LeftDaysMax = 60;

    // Ripening fields are drained so that the ground carries people and machines.
    private const double DrainAboveMm = 10;

    /// <summary>Computes the water of the season; null where there is no weather for it.</summary>
    public static SeasonWater? Season(
        Crop crop, CropTraits traits, StageLengths? stages, Soil soil, DateOnly planted, FieldWeather weather, OutlookEt0 et0,
        IReadOnlyList<FieldIrrigation> irrigations)
    {
        if (traits.IsPaddy && stages is { } lengths)
        {
            PaddyBalance paddy = new(crop, lengths, soil);
            return SeasonWater.Run(weather, planted, (n, day, e, water) => paddy.Step(n, day, e, water), et0, irrigations);
        }

        // A crop that stands all year and has no stages is taken in mid season on every day.
        WaterBalanceOptions options = new()
        {
            Crop = crop,
            Soil = soil,
            Stages = stages ?? (crop.Stages.Count > 0 ? crop.Stages[0] : new StageLengths(0, 0, 1000, 0)),
        };
        if (options.Fault() is not null)
        {
            return null;
        }

        WaterBalance balance = new(options);
        return SeasonWater.Run(weather, planted, (n, day, e, water) => Step(balance, n, day, e, water), et0, irrigations);
    }

    /// <summary>The advice of the last day.</summary>
    /// <param name="season">The water of the season.</param>
    /// <param name="traits">Of the crop.</param>
    /// <param name="stage">The stage of growth.</param>
    /// <param name="canIrrigate">Whether water can be let in; null when that is not known.</param>
    /// <param name="levelCm">A measured level of the paddy water, or null.</param>
    public static WaterAdvice Advise(SeasonWater season, CropTraits traits, GrowthStage stage, bool? canIrrigate, double? levelCm)
    {
        SeasonWaterDay last = season.Days[^1];
        SeasonWaterDay[] recent = [.. season.Days.Skip(Math.Max(0, season.Days.Count - RecentDays))];
        double rain = recent.Sum(d => d.Rain);
        double need = recent.Sum(d => d.Etc);
        WaterAdvice advice = traits.IsPaddy
            ? Paddy(last, stage, levelCm, rain, need)
            : Field(last, stage, recent.Average(d => d.Etc), rain, need);
        return advice.Kind == WaterAction.Irrigate && canIrrigate == false
            ? advice with { Kind = WaterAction.Short, Mm = 0 }
            : advice;
    }

    private static SeasonWaterDay? Step(WaterBalance balance, int number, OutlookDay day, double et0, double irrigation)
    {
        WaterBalanceDay? done = balance.Step(
            new FieldDay
            {
                Day = Math.Clamp(number, 0, 10_000),
                Et0 = et0,
                Rain = day.Rain ?? 0,
                Irrigation = irrigation,
                Wind = day.Wind,
                RhMin = day.RhMin,
            },
            out _);
        return done is null
            ? null
            : new SeasonWaterDay(
                day.Date, done.Etc, done.Eta, done.Rain, done.Depletion, done.ReadilyAvailable, 1 - done.KsEnd, null);
    }

    private static WaterAdvice Field(SeasonWaterDay last, GrowthStage stage, double use, double rain, double need)
    {
        // Nothing is let into a field that is about to be harvested.
        bool isDue = last.DeficitMm >= last.ReadilyMm && last.DeficitMm > 0 && stage is not GrowthStage.HarvestDue;
        int left = use <= 0 ? LeftDaysMax : (int)Math.Clamp((last.ReadilyMm - last.DeficitMm) / use, 0, LeftDaysMax);
        return new WaterAdvice(
            isDue ? WaterAction.Irrigate : WaterAction.Enough,
            WaterBasis.RootZone,
            isDue ? last.DeficitMm : 0,
            last.DeficitMm,
            last.Stress,
            left,
            null,
            rain,
            need);
    }

    private static WaterAdvice Paddy(SeasonWaterDay last, GrowthStage stage, double? levelCm, double rain, double need)
    {
        double deficit = levelCm is { } level ? Math.Max(0, PaddyBalance.FloodMm - (10 * level)) : last.DeficitMm;
        bool isDry = stage is GrowthStage.Ripening or GrowthStage.HarvestDue;
        double standing = levelCm * 10 ?? last.LevelMm ?? 0;
        WaterAction kind = isDry
            ? standing > DrainAboveMm ? WaterAction.Drain : WaterAction.Enough
            : IsDue(last, stage, levelCm) ? WaterAction.Irrigate
            : WaterAction.Enough;
        return new WaterAdvice(
            kind,
            levelCm is null ? WaterBasis.ReckonedLevel : WaterBasis.MeasuredLevel,
            kind == WaterAction.Irrigate ? deficit : 0,
            deficit,
            levelCm is null ? last.Stress : 0,
            null,
            levelCm ?? last.LevelMm / 10,
            rain,
            need);
    }

    private static bool IsDue(SeasonWaterDay last, GrowthStage stage, double? levelCm)
    {
        PaddyStage paddy = stage switch
        {
            GrowthStage.Establishment => PaddyStage.Establishment,
            GrowthStage.Flowering => PaddyStage.Flowering,
            GrowthStage.YieldFormation => PaddyStage.Ripening,
            _ => PaddyStage.Vegetative,
        };
        return levelCm is { } level
            ? new PaddyWaterRule().IsIrrigationDue(level, paddy)
            : paddy is PaddyStage.Establishment or PaddyStage.Flowering
                ? last.LevelMm is null
                : last.DeficitMm >= last.ReadilyMm;
    }
}
