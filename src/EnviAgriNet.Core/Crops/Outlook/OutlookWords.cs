namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What an outlook says, in the words of people. Every value of its enums has Thai and English.</summary>
public static class OutlookWords
{
    /// <summary>The stage of growth.</summary>
    public static Words Of(GrowthStage stage) => stage switch
    {
        GrowthStage.BeforePlanting => new("ยังไม่ปลูก", "not planted yet"),
        GrowthStage.Establishment => new("ตั้งตัว", "settling"),
        GrowthStage.Vegetative => new("เจริญเติบโต", "growing leaves"),
        GrowthStage.Flowering => new("ออกดอก", "flowering"),
        GrowthStage.YieldFormation => new("สร้างผลผลิต", "filling"),
        GrowthStage.Ripening => new("ใกล้สุกแก่", "ripening"),
        GrowthStage.HarvestDue => new("ถึงเวลาเก็บเกี่ยว", "ready for harvest"),
        GrowthStage.Standing => new("พืชยืนต้น", "a standing crop"),
        _ => new("ไม่ทราบระยะ", "stage not known"),
    };

    /// <summary>What a stage was judged by.</summary>
    public static Words Of(StageBasis basis) => basis switch
    {
        StageBasis.DegreeDays => new("จากความร้อนสะสม", "by heat"),
        StageBasis.Calendar => new("จากอายุวัน", "by days"),
        StageBasis.DayLength => new("จากช่วงแสงของพันธุ์", "by day length of the variety"),
        _ => new("ไม่มี", "by nothing"),
    };

    /// <summary>What to do about water.</summary>
    public static Words Of(WaterAction action) => action switch
    {
        WaterAction.Irrigate => new("ควรให้น้ำ", "let water in"),
        WaterAction.Short => new("น้ำขาด", "water is short"),
        WaterAction.Drain => new("ควรระบายน้ำออก", "let water out"),
        _ => new("น้ำพอ", "enough water"),
    };

    /// <summary>What water advice was judged by.</summary>
    public static Words Of(WaterBasis basis) => basis switch
    {
        WaterBasis.MeasuredLevel => new("จากระดับน้ำที่วัด", "by the measured level"),
        WaterBasis.ReckonedLevel => new("จากการคำนวณ ยังไม่ได้วัดระดับน้ำ", "reckoned, the level was not measured"),
        _ => new("จากสมดุลน้ำในดิน", "by the water balance of the soil"),
    };

    /// <summary>How bad a stress is.</summary>
    public static Words Of(StressLevel level) => level switch
    {
        StressLevel.Severe => new("รุนแรง", "severe"),
        StressLevel.Some => new("ปานกลาง", "some"),
        _ => new("ไม่มี", "none"),
    };

    /// <summary>How much the weather favours a disease.</summary>
    public static Words Of(DiseaseLevel level) => level switch
    {
        DiseaseLevel.High => new("เสี่ยงสูง", "high"),
        DiseaseLevel.Rising => new("เริ่มเสี่ยง", "rising"),
        _ => new("เสี่ยงต่ำ", "low"),
    };

    /// <summary>The name of a disease by its code.</summary>
    public static Words OfDisease(string code) => code == BlastRule.Disease ? new("โรคไหม้ข้าว", "rice blast") : new(code, code);

    /// <summary>Why an hour is not fit for spraying.</summary>
    public static Words Of(SprayFault fault) => fault switch
    {
        SprayFault.Rain => new("ฝนตก", "rain"),
        SprayFault.Wind => new("ลมแรง", "too much wind"),
        SprayFault.Calm => new("ลมนิ่ง", "hardly any wind"),
        SprayFault.HotOrDry => new("ร้อนหรือแห้งเกินไป", "too hot or dry"),
        SprayFault.Wet => new("อากาศชื้นเกินไป", "air too wet"),
        _ => new("มืด", "dark"),
    };

    /// <summary>What was assumed.</summary>
    public static Words Of(OutlookAssumption assumption) => assumption switch
    {
        OutlookAssumption.PlantingDate => new("วันปลูกตามปกติของพืช", "the usual day of planting"),
        OutlookAssumption.Soil => new("ชนิดดินปานกลาง", "a middling soil"),
        OutlookAssumption.Place => new("ที่ตั้งกลางประเทศ", "a place in the middle of the country"),
        OutlookAssumption.Evapotranspiration => new("การระเหยประมาณจากอุณหภูมิหรือค่าปกติ", "evaporation estimated in part"),
        OutlookAssumption.BridgedDays => new("บางวันไม่มีข้อมูล ใช้ค่าเฉลี่ยวันข้างเคียง", "missing days bridged by the days beside them"),
        OutlookAssumption.WetStart => new("ดินชุ่มน้ำเมื่อเริ่มมีข้อมูล", "a wet soil where the weather begins"),
        OutlookAssumption.Seepage => new("น้ำซึม 2 มม./วัน คันนาเก็บน้ำ 10 ซม.", "seepage of 2 mm a day, bunds of 10 cm"),
        OutlookAssumption.Irrigated => new("ให้น้ำได้", "water can be let in"),
        OutlookAssumption.NoIrrigationTold => new("ยังไม่ได้ให้น้ำ", "nothing was irrigated"),
        _ => new("พันธุ์ทั่วไปของพืช", "the usual variety"),
    };

    /// <summary>What was missing.</summary>
    public static Words Of(OutlookGap gap) => gap switch
    {
        OutlookGap.PlantingDate => new("วันปลูก", "the day of planting"),
        OutlookGap.Temperature => new("สถานีวัดอุณหภูมิใกล้แปลง", "a station near that measures temperature"),
        OutlookGap.Rain => new("สถานีวัดฝนใกล้แปลง", "a station near that measures rain"),
        OutlookGap.Humidity => new("สถานีวัดความชื้นใกล้แปลง", "a station near that measures humidity"),
        OutlookGap.Wind => new("สถานีวัดลมใกล้แปลง", "a station near that measures wind"),
        OutlookGap.DaysInARow => new("ข้อมูลอากาศต่อเนื่อง", "weather without long gaps"),
        OutlookGap.PaddyLevel => new("ระดับน้ำในนา (ท่อวัดน้ำ)", "the level of the paddy water (a field tube)"),
        OutlookGap.YieldHistory => new("สถิติผลผลิตของพื้นที่", "a history of yields of the area"),
        OutlookGap.YieldResponse => new("ค่าตอบสนองต่อน้ำของพืช", "how the crop answers to water"),
        OutlookGap.Crop => new("ข้อมูลของพืชนี้", "this crop in the table of crops"),
        OutlookGap.HeatNeed => new("ความร้อนสะสมที่พืชต้องการ", "how much heat the crop needs"),
        OutlookGap.FreshWeather => new("ข้อมูลอากาศล่าสุด", "weather of the last two days"),
        _ => new("เกณฑ์อุณหภูมิของพืช", "temperature limits of the crop"),
    };
}

/// <summary>The same in Thai and in English.</summary>
/// <param name="Th">Thai.</param>
/// <param name="En">English.</param>
public readonly record struct Words(string Th, string En);
