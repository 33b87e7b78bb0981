using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What a farm's addresses answer. Whatever is changed is looked for under the holder of the ticket, never under an id alone.</summary>
internal sealed class FarmPages(
    RegistryDatabase database,
    SubscriberBook subscribers,
    PlotBook plots,
    AdviceBook advice,
    FarmSharing sharing,
    FarmViews views,
    PriceViews prices,
    ManageTicket tickets,
    FarmOpinions opinions,
    AuditBook audit,
    TimeProvider time)
{
    private const int FarmsListedMax = 1_000;
    private const int LooksReadMax = 500;
    private const int LooksShownMax = 20;
    private const string LookAction = "farm.read";
    private static readonly TimeSpan LooksShownFor = TimeSpan.FromDays(90);

    /// <summary>Whose ticket it is, if they are still a subscriber.</summary>
    public long? HolderOf(string ticket) =>
        tickets.Read(ticket, time.GetUtcNow()) is { } id && subscribers.Find(id) is not null ? id : null;

    /// <summary>A whole farm for its farmer: with who looked at it, and whether they may say how useful the advice was.</summary>
    public (JsonObject Answer, int Status) View(long holder)
    {
        JsonObject farm = Of(holder);
        DateTimeOffset now = time.GetUtcNow();
        farm["useful"] = opinions.Of(holder, now);
        farm["looks"] = new JsonArray([.. audit.List(now - LooksShownFor, $"subscriber {holder}", LooksReadMax)
            .Where(line => line.Entry.Action == LookAction).TakeLast(LooksShownMax).Reverse().Select(line => (JsonNode)JsonValue.Create(line.At)!)]);
        return (farm, StatusCodes.Status200OK);
    }

    /// <summary>The farmer says how useful the advice was.</summary>
    public (JsonObject Answer, int Status) Useful(long holder, string score)
    {
        if (score is not ("1" or "2" or "3" or "4" or "5"))
        {
            return (new JsonObject { ["faults"] = new JsonObject { ["score"] = "is not 1 to 5" } }, StatusCodes.Status422UnprocessableEntity);
        }

        return opinions.Say(holder, score[0] - '0', time.GetUtcNow())
            ? View(holder)
            : (Reason("there is nothing to judge yet, or it was judged of late"), StatusCodes.Status409Conflict);
    }

    private JsonObject Of(long holder)
    {
        DateOnly today = PlotForm.Today(time.GetUtcNow());
        IReadOnlyList<Plot> own = plots.Of(holder);
        FarmView? thai = views.Of(holder, "th", today);
        FarmView? english = views.Of(holder, "en", today);
        JsonObject farm = FarmJson.Of(own, thai, english, today, [.. own.Select(plot => (CropNames.Of(plot.Crop, plot.Variety).Commodity, plot.Subdistrict.Province))
            .Where(sold => sold.Commodity is not null).DistinctBy(sold => sold.Commodity)
            .Select(sold => prices.Picture(sold.Commodity!, sold.Province, today)).OfType<PricePicture>()]);
        farm["advice"] = new JsonArray([.. advice.Of(holder).Select(line => (JsonNode)FarmRecords.AdviceJson(line))]);
        farm["shared_since"] = sharing.Since(holder);
        farm["language"] = AdviceReaders.LanguageOf(subscribers.Find(holder)?.Language ?? "th");
        return farm;
    }

    /// <summary>Adds a plot, or changes one of the holder's.</summary>
    public (JsonObject Answer, int Status) Put(long holder, FormFields fields)
    {
        Plot? plot = PlotForm.Read(fields.One, holder, PlotForm.Today(time.GetUtcNow()), out IReadOnlyList<PlotFault> faults);
        if (plot is null)
        {
            return (new JsonObject { ["faults"] = new JsonObject(faults.Select(f => KeyValuePair.Create(f.Field, (JsonNode?)f.Rule))) },
                StatusCodes.Status422UnprocessableEntity);
        }

        string id = fields.One("id");
        bool isNew = id.Length == 0;
        if (!isNew && (!long.TryParse(id, out long known) || known <= 0 || plots.Put(plot with { Id = known }) is null))
        {
            return NotYours();
        }

        return isNew && plots.Put(plot) is null
            ? (Reason($"a farmer has at most {Registry.Farms.Limits.PlotsPerSubscriberMax} plots"), StatusCodes.Status409Conflict)
            : View(holder);
    }

    /// <summary>Removes a plot of the holder's.</summary>
    public (JsonObject Answer, int Status) Remove(long holder, long id) => plots.Remove(holder, id) ? View(holder) : NotYours();

    /// <summary>Marks advice that the holder was given as done.</summary>
    public (JsonObject Answer, int Status) Done(long holder, long id) => advice.Done(holder, id, time.GetUtcNow()) ? View(holder) : NotYours();

    /// <summary>Lets officers see the farm, or no longer.</summary>
    public (JsonObject Answer, int Status) Share(long holder, string word)
    {
        if (word is not ("yes" or "no"))
        {
            return (new JsonObject { ["faults"] = new JsonObject { ["shared"] = "is not yes or no" } }, StatusCodes.Status422UnprocessableEntity);
        }

        sharing.Set(holder, word == "yes", time.GetUtcNow());
        return View(holder);
    }

    /// <summary>The farms that officers may see: where and what, and nobody's name or number.</summary>
    public JsonObject Shared() => new()
    {
        ["farms"] = new JsonArray([.. sharing.All().Take(FarmsListedMax).Select(subscriber => (JsonNode)new JsonObject
        {
            ["farm"] = subscriber,
            ["since"] = sharing.Since(subscriber),
            ["plots"] = new JsonArray([.. plots.Of(subscriber).Select(plot => (JsonNode)Named(plot))]),
        })]),
        ["most"] = FarmsListedMax,
    };

    /// <summary>One farm for an officer, which is written down; null where its farmer does not allow it.</summary>
    public JsonObject? Look(long subscriber, string officer)
    {
        if (sharing.Since(subscriber) is null)
        {
            return null;
        }

        database.Write(transaction =>
        {
            audit.Append(transaction, new AuditEntry(officer, LookAction, $"subscriber {subscriber}", string.Empty));
            return 0;
        });
        return Of(subscriber);
    }

    private JsonObject Named(Plot plot)
    {
        JsonObject json = FarmRecords.PlotJson(plot);
        CropName name = CropNames.Of(plot.Crop, plot.Variety);
        foreach (string language in (string[])["th", "en"])
        {
            json[$"name_{language}"] = $"{name.In(language)} {views.PlaceOf(plot.Subdistrict, language)}";
        }

        return json;
    }

    private static (JsonObject Answer, int Status) NotYours() => (Reason("there is no such thing on this farm"), StatusCodes.Status404NotFound);

    private static JsonObject Reason(string reason) => new() { ["reason"] = reason };
}
