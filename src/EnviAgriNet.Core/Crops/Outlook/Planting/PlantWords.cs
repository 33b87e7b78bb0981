namespace EnviAgriNet.Core.Crops.Outlook.Planting;

/// <summary>Reasons for a choice of crop in the words of people.</summary>
public static class PlantWords
{
    /// <summary>A reason.</summary>
    public static Words Of(PlantReason reason) => reason switch
    {
        PlantReason.SoilGood => new("ดินเหมาะ", "the soil suits it"),
        PlantReason.SoilFair => new("ดินพอใช้ได้", "it can stand the soil"),
        PlantReason.SoilPoor => new("ดินไม่เหมาะ", "the soil does not suit it"),
        PlantReason.SoilUnknown => new("ไม่ทราบชนิดดิน", "soil not known"),
        PlantReason.RainEnough => new("ฝนปกติพอ", "the usual rain is enough"),
        PlantReason.RainSome => new("ต้องให้น้ำเสริมบ้าง", "some water has to be let in"),
        PlantReason.RainShort => new("ฝนไม่พอ ต้องมีน้ำชลประทาน", "too little rain without irrigation"),
        PlantReason.RainTooMuch => new("ฝนมากเกินไป", "more rain than it likes"),
        PlantReason.RainUnknown => new("ไม่มีสถิติฝน", "usual rain not known"),
        PlantReason.PriceUp => new("ราคามีแนวโน้มสูงขึ้น", "the price is expected to rise"),
        PlantReason.PriceSteady => new("ราคาทรงตัว", "the price is expected to stay"),
        PlantReason.PriceDown => new("ราคามีแนวโน้มลดลง", "the price is expected to fall"),
        _ => new("ไม่มีคาดการณ์ราคา", "no price forecast"),
    };
}
