using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// What grows on a plot as people call it, what they write for it, and what it is sold as. Crops are those of the table of crops;
/// varieties are those whose season or price is another.
/// </summary>
internal static class CropNames
{
    private static readonly CropName[] Named =
    [
        new("rice", "kdml105", "paddy-jasmine", "ข้าวหอมมะลิ", "Jasmine rice",
            ["ข้าวหอมมะลิ", "หอมมะลิ", "ข้าวหอม", "มะลิ105", "มะลิ 105", "ข้าวขาวดอกมะลิ", "ขาวดอกมะลิ", "ขาวดอกมะลิ105", "ข้าวขาวดอกมะลิ105", "ข้าวมะลิ", "kdml105", "kdml",
                "jasmine", "jasmine rice", "hom mali", "hommali", "thai hom mali", "hom mali rice"]),
        new("rice", "rd6", "paddy-glutinous", "ข้าวเหนียว", "Glutinous rice",
            ["ข้าวเหนียว", "กข6", "กข 6", "ข้าวเหนียวกข6", "rd6", "sticky rice", "glutinous rice", "glutinous"]),
        new("rice", null, "paddy-white", "ข้าว", "Rice",
            ["ข้าว", "ข้าวเจ้า", "ข้าวเปลือก", "ข้าวเปลือกเจ้า", "ข้าวขาว", "ข้าวนาปี", "ข้าวนาปรัง", "นาข้าว", "นาปี", "นาปรัง", "rice", "paddy", "white rice"]),
        new("maize", null, "maize", "ข้าวโพดเลี้ยงสัตว์", "Maize", ["ข้าวโพด", "ข้าวโพดเลี้ยงสัตว์", "ข้าวโพดไร่", "maize", "corn", "feed corn"]),
        new("sweet-corn", null, "sweet-corn", "ข้าวโพดหวาน", "Sweet corn", ["ข้าวโพดหวาน", "sweet corn", "sweetcorn"]),
        new("cassava-1", null, "cassava", "มันสำปะหลัง", "Cassava", ["มันสำปะหลัง", "มันสัมปะหลัง", "มันสำปะหรัง", "มันสำปหลัง", "cassava", "tapioca"]),
        new("sugarcane", null, "sugarcane", "อ้อย", "Sugarcane", ["อ้อย", "อ้อยโรงงาน", "ไร่อ้อย", "sugarcane", "sugar cane", "cane"]),
        new("rubber", null, "rubber-sheet", "ยางพารา", "Rubber", ["ยางพารา", "สวนยาง", "ต้นยาง", "rubber", "para rubber"]),
        new("palm", null, "oil-palm", "ปาล์มน้ำมัน", "Oil palm", ["ปาล์มน้ำมัน", "ปาล์ม", "สวนปาล์ม", "oil palm", "palm", "palm oil"]),
        new("soybean", null, "soybean", "ถั่วเหลือง", "Soybean", ["ถั่วเหลือง", "soybean", "soy", "soya"]),
        new("groundnut", null, "groundnut", "ถั่วลิสง", "Groundnut", ["ถั่วลิสง", "groundnut", "peanut"]),
        new("mung-bean", null, "mung-bean", "ถั่วเขียว", "Mung bean", ["ถั่วเขียว", "mung bean", "mungbean"]),
        new("pineapple", null, "pineapple", "สับปะรด", "Pineapple", ["สับปะรด", "สัปปะรด", "สับปะรดโรงงาน", "pineapple"]),
        new("onion", null, "onion", "หอมหัวใหญ่", "Onion", ["หอมหัวใหญ่", "onion"]),
        new("banana-1", null, "banana", "กล้วย", "Banana", ["กล้วย", "กล้วยหอม", "กล้วยน้ำว้า", "banana"]),
        new("potato", null, "potato", "มันฝรั่ง", "Potato", ["มันฝรั่ง", "potato"]),
    ];

    /// <summary>Every name: those above, and the table's other crops under their own.</summary>
    public static IReadOnlyList<CropName> All { get; } =
    [
        .. Named,
        .. CropTable.All.Where(crop => !Array.Exists(Named, named => named.Crop == crop.Code))
            .Select(crop => new CropName(crop.Code, null, CommodityTable.All.FirstOrDefault(c => c.Crop == crop.Code)?.Code, crop.NameTh, crop.NameEn, [crop.NameTh, crop.NameEn, crop.Code])),
    ];

    /// <summary>The name of what grows on a plot; of a variety that is not known that of its crop.</summary>
    public static CropName Of(string crop, string? variety) =>
        All.FirstOrDefault(name => name.Crop == crop && name.Variety == variety)
        ?? All.FirstOrDefault(name => name.Crop == crop && name.Variety is null)
        ?? new CropName(crop, variety, null, crop, crop, []);
}

/// <summary>A crop or variety as people call it.</summary>
/// <param name="Crop">A code of the table of crops.</param>
/// <param name="Variety">A code of the crop calendar; null for the crop as such.</param>
/// <param name="Commodity">What it is sold as, a code of the table of commodities; null where no price is known for it.</param>
/// <param name="NameTh">Its Thai name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Words">What people write for it.</param>
internal sealed record CropName(string Crop, string? Variety, string? Commodity, string NameTh, string NameEn, IReadOnlyList<string> Words)
{
    /// <summary>The name in a language.</summary>
    public string In(string language) => language == Languages.Thai ? NameTh : NameEn;
}
