namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Crops that grow in Thailand with the numbers of FAO-56 Tables 11, 12, 17 and 22, as pyfao56 has them in its tables. Where FAO
/// prints a range (rice: Kc of the end 0.90 to 0.60, Kcb 0.70 to 0.45; cotton: Kc of mid season 1.15 to 1.20) its middle stands
/// here. The numbers are for the climate of the tables.
/// </summary>
public static class CropTable
{
    private static readonly string[] NotInFao56 = ["durian", "mango", "longan", "mangosteen"];

    /// <summary>Every crop, field crops first.</summary>
    public static IReadOnlyList<Crop> All { get; } =
    [
        Field("rice", "Rice", "ข้าว", [new(30, 30, 60, 30), new(30, 30, 80, 40)],
            new(1.05, 1.20, 0.75), new(1.00, 1.15, 0.57), 1, 0.5, 1.0, 0.20),
        Field("cassava-1", "Cassava, first year", "มันสำปะหลัง ปีที่ 1", [new(20, 40, 90, 60)],
            new(0.30, 0.80, 0.30), new(0.15, 0.70, 0.20), 1.0, 0.5, 0.8, 0.35),
        Field("cassava-2", "Cassava, second year", "มันสำปะหลัง ปีที่ 2", [new(150, 40, 110, 60)],
            new(0.30, 1.10, 0.50), new(0.15, 1.00, 0.45), 1.5, 0.7, 1.0, 0.40),
        Field("maize", "Maize for grain, harvested moist", "ข้าวโพดเลี้ยงสัตว์", [new(20, 35, 40, 30)],
            new(0.30, 1.20, 0.60), new(0.15, 1.15, 0.50), 2, 1.0, 1.7, 0.55),
        Field("maize-dry", "Maize for grain, dried in the field", "ข้าวโพดเลี้ยงสัตว์ เก็บเกี่ยวแห้ง", [new(20, 35, 40, 30)],
            new(0.30, 1.20, 0.35), new(0.15, 1.15, 0.15), 2, 1.0, 1.7, 0.55),
        Field("sweet-corn", "Sweet corn", "ข้าวโพดหวาน", [new(20, 20, 30, 10)],
            new(0.30, 1.15, 1.05), new(0.15, 1.10, 1.00), 1.5, 0.8, 1.2, 0.50),
        Field("sugarcane", "Sugarcane, planted", "อ้อยปลูก", [new(35, 60, 190, 120), new(50, 70, 220, 140)],
            new(0.40, 1.25, 0.75), new(0.15, 1.20, 0.70), 3, 1.2, 2.0, 0.65),
        Field("sugarcane-ratoon", "Sugarcane, ratoon", "อ้อยตอ", [new(25, 70, 135, 50), new(30, 50, 180, 60)],
            new(0.40, 1.25, 0.75), new(0.15, 1.20, 0.70), 3, 1.2, 2.0, 0.65),
        Field("soybean", "Soybean", "ถั่วเหลือง", [new(15, 15, 40, 15)],
            new(0.50, 1.15, 0.50), new(0.15, 1.10, 0.30), 0.75, 0.6, 1.3, 0.50),
        Field("groundnut", "Groundnut", "ถั่วลิสง", [new(25, 35, 45, 25)],
            new(0.40, 1.15, 0.60), new(0.15, 1.10, 0.50), 0.4, 0.5, 1.0, 0.50),
        Field("sorghum", "Sorghum for grain", "ข้าวฟ่าง", [new(20, 35, 40, 30)],
            new(0.30, 1.05, 0.55), new(0.15, 1.00, 0.35), 1.5, 1.0, 2.0, 0.55),
        Field("tomato", "Tomato", "มะเขือเทศ", [new(30, 40, 45, 30)],
            new(0.60, 1.15, 0.80), new(0.15, 1.10, 0.70), 0.6, 0.7, 1.5, 0.40),
        Field("sweet-pepper", "Sweet pepper", "พริกหวาน", [new(30, 35, 40, 20)],
            new(0.60, 1.05, 0.90), new(0.15, 1.00, 0.80), 0.7, 0.5, 1.0, 0.30),
        Field("mung-bean", "Mung bean, dry", "ถั่วเขียว", [new(20, 30, 30, 20)],
            new(0.40, 1.05, 0.35), new(0.15, 1.00, 0.25), 0.4, 0.6, 1.0, 0.45),
        Field("sesame", "Sesame", "งา", [new(20, 30, 40, 20)],
            new(0.35, 1.10, 0.25), new(0.15, 1.05, 0.20), 1.0, 1.0, 1.5, 0.60),
        Field("sunflower", "Sunflower", "ทานตะวัน", [new(25, 35, 45, 25)],
            new(0.35, 1.10, 0.35), new(0.15, 1.10, 0.25), 2.0, 0.8, 1.5, 0.45),
        Field("castor", "Castor bean", "ละหุ่ง", [new(20, 40, 50, 25), new(25, 40, 65, 50)],
            new(0.35, 1.15, 0.55), new(0.15, 1.10, 0.45), 0.3, 1.0, 2.0, 0.50),
        Field("cotton", "Cotton", "ฝ้าย", [new(30, 50, 60, 55), new(30, 50, 55, 45)],
            new(0.35, 1.17, 0.60), new(0.15, 1.12, 0.45), 1.35, 1.0, 1.7, 0.65),
        Field("sweet-potato", "Sweet potato", "มันเทศ", [new(15, 30, 50, 30)],
            new(0.50, 1.15, 0.65), new(0.15, 1.10, 0.55), 0.4, 1.0, 1.5, 0.65),
        Field("potato", "Potato", "มันฝรั่ง", [new(25, 30, 40, 30)],
            new(0.50, 1.15, 0.75), new(0.15, 1.10, 0.65), 0.6, 0.4, 0.6, 0.35),
        Field("watermelon", "Watermelon", "แตงโม", [new(20, 30, 30, 30), new(10, 20, 20, 30)],
            new(0.40, 1.00, 0.75), new(0.15, 0.95, 0.70), 0.4, 0.8, 1.5, 0.40),
        Field("cucumber", "Cucumber, fresh market", "แตงกวา", [new(20, 30, 40, 15), new(25, 35, 50, 20)],
            new(0.60, 1.00, 0.75), new(0.15, 0.95, 0.70), 0.3, 0.7, 1.2, 0.50),
        Field("eggplant", "Eggplant", "มะเขือ", [new(30, 40, 40, 20), new(30, 45, 40, 25)],
            new(0.60, 1.05, 0.90), new(0.15, 1.00, 0.80), 0.8, 0.7, 1.2, 0.45),
        Field("onion", "Onion, dry", "หอมหัวใหญ่", [new(15, 25, 70, 40), new(20, 35, 110, 45)],
            new(0.70, 1.05, 0.75), new(0.15, 0.95, 0.65), 0.4, 0.3, 0.6, 0.30),
        Field("asparagus", "Asparagus", "หน่อไม้ฝรั่ง", [new(50, 30, 100, 50)],
            new(0.50, 0.95, 0.30), new(0.15, 0.90, 0.20), 0.5, 1.2, 1.8, 0.45),
        Field("banana-1", "Banana, first year", "กล้วย ปีที่ 1", [new(120, 90, 120, 60)],
            new(0.50, 1.10, 1.00), new(0.15, 1.05, 0.90), 3, 0.5, 0.9, 0.35),
        Standing("banana-2", "Banana, second year", "กล้วย ปีที่ 2", [new(120, 60, 180, 5)],
            new(1.00, 1.20, 1.10), new(0.60, 1.10, 1.05), 4, 0.5, 0.9, 0.35),
        Field("pineapple", "Pineapple on bare soil", "สับปะรด", [new(60, 120, 600, 10)],
            new(0.50, 0.30, 0.30), new(0.15, 0.25, 0.25), 0.9, 0.3, 0.6, 0.50),
        Standing("rubber", "Rubber", "ยางพารา", [],
            new(0.95, 1.00, 1.00), new(0.85, 0.90, 0.90), 10, 1.0, 1.5, 0.40),
        Standing("palm", "Palm trees", "ปาล์ม", [],
            new(0.95, 1.00, 1.00), new(0.85, 0.90, 0.90), 8, 0.7, 1.1, 0.65),
        Standing("citrus", "Citrus, 70 % canopy, bare soil", "ส้ม", [new(60, 90, 120, 95)],
            new(0.70, 0.65, 0.70), new(0.65, 0.60, 0.65), 4, 1.2, 1.5, 0.50),
        Standing("coffee", "Coffee on bare soil", "กาแฟ", [],
            new(0.90, 0.95, 0.95), new(0.80, 0.90, 0.90), 2.5, 0.9, 1.5, 0.40),
    ];

    /// <summary>Finds a crop by its code, whatever its case; false with the fault, which tells what can be done.</summary>
    public static bool TryFind(string code, out Crop? crop, out InputFault? fault)
    {
        crop = All.FirstOrDefault(c => c.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
        fault = (crop, NotInFao56.Contains(code.ToLowerInvariant())) switch
        {
            (not null, _) => null,
            (_, true) => new InputFault("crop", $"{code} is not in FAO-56: give its own coefficients in a crop file"),
            _ => new InputFault("crop", $"'{code}' is none of {string.Join(", ", All.Select(c => c.Code))}; others need a crop file"),
        };
        return crop is not null;
    }

    private static Crop Field(
        string code, string en, string th, StageLengths[] stages, CropCoefficients kc, CropCoefficients kcb, double height,
        double rootMax, double rootRainfed, double p) => new()
        {
            Code = code,
            NameEn = en,
            NameTh = th,
            Stages = stages,
            Kc = kc,
            Kcb = kcb,
            HeightMax = height,
            RootDepthMax = rootMax,
            RootDepthRainfed = rootRainfed,
            DepletionFraction = p,
        };

    /// <summary>A crop that is there before the first day: as tall and as deep as it will be.</summary>
    private static Crop Standing(
        string code, string en, string th, StageLengths[] stages, CropCoefficients kc, CropCoefficients kcb, double height,
        double rootMax, double rootRainfed, double p) =>
        Field(code, en, th, stages, kc, kcb, height, rootMax, rootRainfed, p) with { HeightStart = height, RootDepthStart = rootMax };
}
