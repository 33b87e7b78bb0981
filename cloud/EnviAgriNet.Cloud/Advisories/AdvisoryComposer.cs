using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// Makes advice of what is known of a farm and of what its farmer was told before: events as soon as they come, and once a week a
/// summary where there is news. Says nothing of what is missing, and nothing twice. Pure.
/// </summary>
internal static class AdvisoryComposer
{
    /// <summary>The advice of a day, the most urgent first; often none.</summary>
    /// <param name="farm">What is known.</param>
    /// <param name="today">The day in Bangkok.</param>
    /// <param name="weekFrom">The day on which the summaries of this week began.</param>
    public static IReadOnlyList<Advisory> Compose(FarmView farm, DateOnly today, DateOnly weekFrom)
    {
        Told told = new(farm.Told);
        IEnumerable<Advisory?> all = farm.Plots
            .SelectMany(plot => OfPlot(farm, plot, told, today, weekFrom))
            .Concat(farm.Prices.Select(price => PriceTurn(farm, price, told, today)));
        return [.. all.OfType<Advisory>().OrderBy(advice => Rank(advice.Kind))];
    }

    private static IEnumerable<Advisory?> OfPlot(FarmView farm, PlotView plot, Told told, DateOnly today, DateOnly weekFrom)
    {
        DayOfAdvice day = new(farm, plot, told, today);
        if (PlotNews.IsGrowing(plot.Outlook))
        {
            yield return Stress(day, plot.Outlook.Cold, AdviceKinds.Cold, PlotNews.Cold);
            yield return Stress(day, plot.Outlook.Heat, AdviceKinds.Heat, PlotNews.Heat);
            yield return Disease(day);
            yield return Harvest(day);
            yield return Water(day);
            yield return Spray(day);
        }

        yield return IsWeeklyDue(farm, plot, told, today, weekFrom) ? Weekly(day) : null;
    }

    // On its day; on the two after it only where something more urgent took that day.
    private static bool IsWeeklyDue(FarmView farm, PlotView plot, Told told, DateOnly today, DateOnly weekFrom)
    {
        bool isGiven = told.LastOf(AdviceKinds.Weekly, plot.Plot.Id) is { } last && DayOf(last) >= weekFrom;
        bool wasTaken = today.DayNumber - weekFrom.DayNumber <= Limits.WeeklyLateDaysMax
            && farm.Told.Any(line => line.Kind != AdviceKinds.Broadcast && DayOf(line.GivenAt) == weekFrom);
        return !isGiven && (today == weekFrom || wasTaken);
    }

    private static Advisory? Stress(DayOfAdvice day, TemperatureStress? stress, string kind, string topic) =>
        stress is { Level: not StressLevel.None } && day.IsDue(topic, Limits.StressAgainDays)
            ? day.Make(kind, topic, AdvisoryTexts.Stress(stress, kind == AdviceKinds.Heat, day.Language), AdvisoryTexts.SayDone(day.Language))
            : null;

    private static Advisory? Disease(DayOfAdvice day) =>
        day.Outlook.Disease.FirstOrDefault(risk => risk.Level == DiseaseLevel.High) is { } risk && day.IsDue(PlotNews.Disease, Limits.DiseaseAgainDays)
            ? day.Make(AdviceKinds.Disease, PlotNews.Disease, AdvisoryTexts.Disease(risk, day.Language), AdvisoryTexts.SayDone(day.Language))
            : null;

    // Announced once; a summary before has told the same window, but not that it is near.
    private static Advisory? Harvest(DayOfAdvice day)
    {
        if (day.Outlook.Harvest is not { } harvest || harvest.To < day.Today
            || harvest.From.DayNumber - day.Today.DayNumber > Limits.HarvestNearDays)
        {
            return null;
        }

        string value = PlotNews.Value(day.Outlook, PlotNews.Harvest)!;
        string? before = day.Told.Last(day.Plot.Plot.Id, DayOfAdvice.HarvestNear)?.Value;
        return PlotNews.IsNews(PlotNews.Harvest, value, before)
            ? day.Make(
                AdviceKinds.Harvest,
                [(DayOfAdvice.HarvestNear, value), (PlotNews.Harvest, value)],
                AdvisoryTexts.Harvest(harvest, day.Language),
                AdvisoryTexts.PrepareHarvest(day.Language),
                day.PriceAhead,
                AdvisoryTexts.SayDone(day.Language))
            : null;
    }

    private static Advisory? Water(DayOfAdvice day) =>
        day.Outlook.Water is { Kind: not WaterAction.Enough } water && day.IsDue(PlotNews.Water, Limits.WaterAgainDays)
            ? day.Make(
                AdviceKinds.Water,
                [(PlotNews.Water, PlotNews.Value(day.Outlook, PlotNews.Water)!), (PlotNews.WaterMm, PlotNews.Number(water.Kind == WaterAction.Irrigate ? water.Mm : 0))],
                AdvisoryTexts.Water(water, day.Language),
                AdvisoryTexts.SayDone(day.Language))
            : null;

    private static Advisory? Spray(DayOfAdvice day) =>
        PlotNews.MayBeSprayed(day.Outlook) && day.Outlook.Spray is { } spray && PlotNews.Value(day.Outlook, PlotNews.Spray) is { } value
            && PlotNews.Closed(value, day.Told.Last(day.Plot.Plot.Id, PlotNews.Spray)?.Value)
            ? day.Make(AdviceKinds.Spray, PlotNews.Spray, AdvisoryTexts.SprayClosed(spray, day.Language))
            : null;

    // Only who was told a direction before is told of its turn.
    private static Advisory? PriceTurn(FarmView farm, PriceView price, Told told, DateOnly today)
    {
        string topic = DayOfAdvice.PriceTopic(price.Commodity);
        if (price.Ahead is null || price.Direction == "unclear" || told.Last(null, topic) is not { } before
            || before.Value.Split('/')[0] == price.Direction)
        {
            return null;
        }

        string text = AdvisoryTexts.Fit(
            $"{(farm.Language == Languages.Thai ? price.NameTh : price.NameEn)} {AdvisoryTexts.PriceNow(price, farm.Language)}",
            AdvisoryTexts.PriceAhead(price, today, farm.Language));
        return new Advisory(
            AdviceKinds.Price, null, $"{AdviceKinds.Price}:{price.Commodity}:{today:yyyy-MM-dd}",
            Told.State([(topic, DayOfAdvice.PriceValue(price))]), text, AsksToAct: false);
    }

    // Only what is news is said; what had no room is news still, and said the week after.
    private static Advisory? Weekly(DayOfAdvice day)
    {
        bool isStageNews = day.IsNews(PlotNews.Stage);
        bool isBefore = day.Outlook.Stage != GrowthStage.HarvestDue;
        (string Topic, string Text)[] news =
        [
            .. ((string Topic, string Text)[])
            [
                (PlotNews.Stage, AdvisoryTexts.Stage(day.Outlook, day.Language)),
                (PlotNews.Harvest, isBefore && day.Outlook.Harvest is { } harvest ? AdvisoryTexts.Harvest(harvest, day.Language) : string.Empty),
                (day.Price is { } price ? DayOfAdvice.PriceTopic(price.Commodity) : string.Empty, day.PriceAhead),
                (PlotNews.Yield, isBefore && day.Outlook.Yield is { } yield ? AdvisoryTexts.Yield(yield, day.Language) : string.Empty),
            ],
        ];
        news = [.. news.Where(s => s.Text.Length > 0 && day.IsNews(s.Topic))];
        if (news.Length == 0)
        {
            return null;
        }

        (string Topic, string Text)[] said =
        [
            .. news,
            (string.Empty, isStageNews ? day.AskPlanted : string.Empty),
            (PlotNews.Spray, PlotNews.MayBeSprayed(day.Outlook) && day.IsNews(PlotNews.Spray) ? AdvisoryTexts.Spray(day.Outlook.Spray!, day.Language) : string.Empty),
        ];
        string text = AdvisoryTexts.Fit(day.Head, [.. said.Select(s => s.Text)], out IReadOnlyList<int> taken);
        return new Advisory(
            AdviceKinds.Weekly, day.Plot.Plot.Id, day.Key(AdviceKinds.Weekly),
            Told.State(taken.Select(i => said[i].Topic).Where(topic => topic.Length > 0).Select(topic => (topic, day.Value(topic)!))), text, AsksToAct: false);
    }

    private static int Rank(string kind)
    {
        for (int i = 0; i < AdviceKinds.ByUrgency.Count; i++)
        {
            if (AdviceKinds.ByUrgency[i] == kind)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(LocalTime.Of(time).DateTime);
}
