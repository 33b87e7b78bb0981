using System.Globalization;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Inbox.Farms;

/// <summary>Answers to farmers: two SMS parts at most, in the language of who asked. Pure.</summary>
internal static class FarmTexts
{
    /// <summary>A plot was taken in.</summary>
    /// <param name="crop">What grows there.</param>
    /// <param name="place">Where.</param>
    /// <param name="plot">As it is known now.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    public static string Taken(string crop, string place, Plot plot, string language) => AdvisoryTexts.Fit(
        IsThai(language) ? $"รับแปลง {crop} {place} แล้ว" : $"Plot taken, {crop} {place}",
        [
            Size(plot, language),
            plot.PlantedOn is null ? AdvisoryTexts.AskPlanted(language) : Planted(plot, language),
            IsThai(language) ? "จะส่งคำแนะนำให้ เลิกส่ง หยุด" : "Advice will follow. To end send STOP",
        ]);

    /// <summary>A plot in few words.</summary>
    public static string Of(string crop, string place, Plot plot, string language) =>
        string.Join(' ', ((string[])[crop, place, Size(plot, language), Planted(plot, language)]).Where(part => part.Length > 0));

    /// <summary>Too many plots.</summary>
    public static string TooMany(string language) => IsThai(language)
        ? $"มีแปลงครบ {Registry.Farms.Limits.PlotsPerSubscriberMax} แปลงแล้ว แก้ไขได้ที่หน้า /farm"
        : $"You have {Registry.Farms.Limits.PlotsPerSubscriberMax} plots already. Change them at /farm";

    /// <summary>A crop was named, and no place.</summary>
    public static string AskPlace(string crop, string language) => IsThai(language)
        ? $"แปลงอยู่ตำบลไหน พิมพ์ สมัคร {crop} ตามด้วยชื่อตำบล"
        : $"Where is the plot? Send JOIN {crop} and the subdistrict";

    /// <summary>The sender has no plot.</summary>
    public static string NoPlot(string language) => IsThai(language)
        ? "ยังไม่มีแปลง พิมพ์ สมัคร พืช ตำบล เช่น สมัคร ข้าว ช้างเผือก"
        : "No plot of yours yet. Send JOIN crop place, e.g. JOIN RICE Nan";

    /// <summary>Several plots could be meant.</summary>
    public static string WhichPlot(string language) => IsThai(language)
        ? "มีหลายแปลง โปรดพิมพ์ชื่อพืชด้วย เช่น ปลูก อ้อย 1 ก.ค."
        : "Several plots: add the crop, e.g. PLANTED MAIZE 1 JUL";

    /// <summary>A day of planting that cannot be read.</summary>
    public static string AskDay(string language) => IsThai(language)
        ? "ปลูกวันไหน พิมพ์ เช่น ปลูก 1 ก.ค. หรือ ปลูก 1/7/69"
        : "Which day? Send e.g. PLANTED 1 JUL";

    /// <summary>No commodity was named and none is known of the sender.</summary>
    public static string AskCommodity(string language) => IsThai(language)
        ? "ราคาอะไร พิมพ์ เช่น ราคา ข้าวหอมมะลิ"
        : "Price of what? Send e.g. PRICE JASMINE RICE";

    /// <summary>There is no price of it.</summary>
    public static string NoPrice(string crop, string language) => SmsText.Fit(
        IsThai(language) ? $"ยังไม่มีข้อมูลราคา {SmsText.Place} ตอนนี้" : $"No prices of {SmsText.Place} yet", crop);

    /// <summary>A price and where it goes.</summary>
    public static string Price(PriceView price, DateOnly today, string language) => AdvisoryTexts.Fit(
        $"{(IsThai(language) ? price.NameTh : price.NameEn)} {AdvisoryTexts.PriceNow(price, language)}",
        price.Ahead is null ? IsThai(language) ? "ยังไม่มีพยากรณ์" : "no forecast yet" : AdvisoryTexts.PriceAhead(price, today, language));

    /// <summary>Nothing can be said of a plot today.</summary>
    public static string NoOutlook(string plot, string language) => AdvisoryTexts.Fit(
        plot, IsThai(language) ? "ยังไม่มีข้อมูลพอจะพยากรณ์" : "not enough data for an outlook yet", IsThai(language) ? "บอกวันปลูก ส่ง ปลูก 1 ก.ค." : "Tell us when: PLANTED 1 JUL");

    /// <summary>What was advised was done.</summary>
    public static string Done(AdviceLine advice, string language) => IsThai(language)
        ? $"บันทึกแล้ว ทำตามคำแนะนำเรื่อง{KindName(advice.Kind, language)} ขอบคุณ"
        : $"Noted: {KindName(advice.Kind, language)} done. Thank you.";

    /// <summary>There is no advice that could have been followed.</summary>
    public static string NothingToDo(string language) => IsThai(language) ? "ไม่มีคำแนะนำที่รอทำอยู่" : "There is no advice waiting.";

    /// <summary>What advice of a kind is about.</summary>
    public static string KindName(string kind, string language) => (kind, IsThai(language)) switch
    {
        (AdviceKinds.Water, true) => "น้ำ",
        (AdviceKinds.Harvest, true) => "เก็บเกี่ยว",
        (AdviceKinds.Heat, true) => "อากาศร้อน",
        (AdviceKinds.Cold, true) => "อากาศหนาว",
        (AdviceKinds.Disease, true) => "โรคพืช",
        (_, true) => "ที่แจ้ง",
        (AdviceKinds.Broadcast, _) => "your officer's advice",
        _ => kind,
    };

    private static string Size(Plot plot, string language) => plot.Rai is not { } rai ? string.Empty
        : $"{rai.ToString("#,0.##", CultureInfo.InvariantCulture)} {(IsThai(language) ? "ไร่" : "rai")}";

    private static string Planted(Plot plot, string language) => plot.PlantedOn is not { } day ? string.Empty
        : IsThai(language) ? $"ปลูก {DayText.Of(day, language)}" : $"planted {DayText.Of(day, language)}";

    private static bool IsThai(string language) => language == Languages.Thai;
}
