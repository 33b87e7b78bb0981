namespace EnviAgriNet.Core.Markets;

/// <summary>The commodities with the names under which publications and people know them.</summary>
internal static class CommodityNames
{
    /// <summary>All, those of Thai farms first.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        .. Paddy(), .. FieldCrops(), .. RubberAndPalm(), .. Fruit(), .. Vegetables(), .. OtherCrops(), .. Milled(), .. Animals(),
    ];

    private static Entry[] Paddy() =>
    [
        Ton("paddy-jasmine", "ข้าวเปลือกเจ้าหอมมะลิ", "Jasmine paddy", "rice", "ข้าวเปลือกหอมมะลิ", "ข้าวหอมมะลิ", "หอมมะลิ", "ข้าวเปลือกเจ้าหอมมะลิ 105",
            "ข้าวเปลือกเจ้าหอมมะลิ 100%", "มะลิ 105", "ข้าวหอมมะลิ 105", "ขาวดอกมะลิ 105", "ข้าวขาวดอกมะลิ 105", "ขาวดอกมะลิ", "ข้าวมะลิ", "hom mali paddy", "hom mali",
            "jasmine rice paddy", "jasmine", "kdml105", "ข้าวเปลือกเจ้านาปีพันธุ์ขาวดอกมะลิ 105", "ข้าวเปลือกเจ้านาปีหอมมะลิ", "ข้าวเปลือกหอมมะลิ 105"),
        Ton("paddy-jasmine-provincial", "ข้าวเปลือกหอมจังหวัด", "Provincial jasmine paddy", "rice", "หอมจังหวัด", "ข้าวหอมจังหวัด", "ข้าวเปลือกเจ้าหอมจังหวัด"),
        Ton("paddy-pathum", "ข้าวเปลือกหอมปทุม", "Pathum Thani fragrant paddy", "rice", "ข้าวเปลือกเจ้าหอมปทุม", "ข้าวเปลือกเจ้าหอมปทุมธานี", "ข้าวเปลือกเจ้าปทุมธานี 1", "หอมปทุม",
            "ข้าวหอมปทุม", "ข้าวหอมปทุมธานี", "ปทุมธานี 1", "ข้าวเปลือกนาปรังพันธุ์หอมปทุม", "pathum paddy"),
        Ton("paddy-white", "ข้าวเปลือกเจ้า", "White paddy", "rice", "ข้าวเปลือกเจ้าความชื้น 15%", "+ข้าวเปลือกเจ้า ความชื้น 14-15%", "ข้าวเจ้า", "ข้าวขาว", "ข้าวเปลือก", "ข้าวเปลือกเจ้า 5%",
            "ข้าวเปลือกเจ้านาปี", "ข้าวเปลือกเจ้านาปรัง", "+ข้าวเปลือกเจ้าพันธุ์สุพรรณบุรี", "ข้าว", "ข้าวนาปี", "ข้าวนาปรัง", "paddy", "rice paddy", "white rice paddy",
            "paddy rice", "rough rice", "ข้าวเปลือกนาปรัง"),
        Ton("paddy-glutinous", "ข้าวเปลือกเหนียว", "Glutinous paddy", "rice", "ข้าวเปลือกเหนียวเมล็ดยาว", "ข้าวเหนียว", "ข้าวเหนียวนาปี", "+ข้าวเหนียวนาปรัง", "ข้าวเปลือกเหนียวนาปี",
            "ข้าวเหนียวนาปียาว", "ข้าวเหนียว กข6", "ข้าวเหนียวสันป่าตอง", "sticky rice paddy", "sticky rice", "glutinous rice", "glutinous rice paddy", "rd6"),
    ];

    private static Entry[] FieldCrops() =>
    [
        Kg("maize", "ข้าวโพดเลี้ยงสัตว์", "Maize", "maize", 0.5, 40, "ข้าวโพด", "ข้าวโพดเลี้ยงสัตว์ ความชื้น 14.5%", "ข้าวโพดเลี้ยงสัตว์เมล็ด ความชื้น 14.5%", "ข้าวโพดเมล็ด",
            "ข้าวโพดเมล็ดความชื้น 14.5%", "เมล็ดข้าวโพดเลี้ยงสัตว์", "เมล็ดข้าวโพด", "corn", "feed corn", "animal feed maize", "field corn"),
        Kg("sweet-corn", "ข้าวโพดหวาน", "Sweet corn", "sweet-corn", 0.5, 100, "ข้าวโพดฝักสด"),
        Kg("cassava", "มันสำปะหลัง", "Cassava root", "cassava-1", 0.1, 15, "หัวมันสำปะหลังสด", "หัวมันสำปะหลังสดคละ", "มันสำปะหลังสด", "หัวมันสำปะหลัง", "หัวมันสด", "มันสำปะหลังคละ", "มันสำปะหลังสดคละ",
            "มันสำปะหลังโรงงาน", "หัวมัน", "มันสำ", "cassava", "fresh cassava", "tapioca root", "cassava fresh root", "มันสำปะหลัง หัวสด"),
        Kg("cassava-chip", "มันเส้น", "Cassava chips", "cassava-1", 0.5, 40, "มันสำปะหลังเส้น", "มันเส้นสะอาด"),
        Kg("cassava-flour", "แป้งมันสำปะหลัง", "Cassava flour", "cassava-1", 0.5, 80, "แป้งมัน", "cassava starch", "tapioca starch", "tapioca flour"),
        Ton("sugarcane", "อ้อยโรงงาน", "Sugarcane", "sugarcane", "อ้อย", "cane", "sugar cane", min: 0.05, max: 10),
        Kg("mung-bean", "ถั่วเขียว", "Mung bean", "mung-bean", "ถั่วเขียวผิวมัน", "ถั่วเขียวผิวมันเมล็ดใหญ่คละ", "ถั่วเขียวมันใหญ่", "+ถั่วเขียวธรรมดา", "mungbean", "green gram"),
        Kg("black-gram", "ถั่วเขียวผิวดำ", "Black gram", "mung-bean", "ถั่วดำ", "urd bean"),
        Kg("red-rice-bean", "ถั่วนิ้วนางแดง", "Rice bean", null),
        Kg("soybean", "ถั่วเหลือง", "Soybean", "soybean", "ถั่วเหลืองคละ", "ถั่วเหลือง ชนิดคละ", "soy", "soya bean", "soybeans"),
        Kg("groundnut", "ถั่วลิสง", "Groundnut", "groundnut", "ถั่วลิสงทั้งเปลือก", "ถั่วลิสงเปลือกแห้ง", "peanut", "groundnuts", "peanuts"),
        Kg("sorghum", "ข้าวฟ่าง", "Sorghum", "sorghum"),
        Kg("castor", "ละหุ่ง", "Castor bean", "castor", "เมล็ดละหุ่ง"),
        Kg("sesame", "งา", "Sesame", "sesame", "+งาดำ", "+งาขาว", "+งาแดง", "+งาพื้นเมือง", "+งาเกษตร"),
        Kg("cotton", "ฝ้าย", "Cotton", "cotton", "ฝ้ายทั้งเมล็ด", "ฝ้ายรวมเมล็ด", "ฝ้ายรวมเมล็ดชนิดคละ", "seed cotton"),
        Kg("cotton-lint", "ปุยฝ้าย", "Cotton lint", "cotton"),
        Kg("cotton-seed", "เมล็ดฝ้าย", "Cotton seed", "cotton"),
        Kg("kenaf", "ปอแก้ว", "Kenaf", null, "ปอแก้วฟอก"),
        Kg("jute", "ปอกระเจา", "Jute", null),
        Kg("kapok", "ปุยนุ่น", "Kapok", null),
        Kg("tobacco", "ยาสูบ", "Tobacco", null, "ใบยาสูบ"),
    ];

    private static Entry[] RubberAndPalm() =>
    [
        Kg("rubber-sheet", "ยางแผ่นดิบ", "Raw rubber sheet", "rubber", "ยางพารา", "ยางแผ่นดิบชั้น 3", "ยางพาราแผ่นดิบ", "ยางพาราแผ่นดิบชั้น 3", "ยางแผ่น", "rubber", "unsmoked sheet", "uss3"),
        Kg("rubber-latex", "น้ำยางสด", "Fresh latex", "rubber", "น้ำยางพาราสด", "น้ำยาง", "latex"),
        Kg("rubber-cup-lump", "ยางก้อน", "Rubber cup lump", "rubber", "ยางก้อนถ้วย", "ยางก้อนคละ", "cup lump"),
        Kg("rubber-scrap", "เศษยาง", "Rubber scrap", "rubber", "เศษยางคละ"),
        Kg("oil-palm", "ปาล์มน้ำมัน", "Oil palm fruit", "palm", "ผลปาล์มน้ำมัน", "ปาล์ม", "ปาล์มทะลาย", "ผลปาล์มทะลาย", "ปาล์มน้ำมันทั้งทะลาย", "ปาล์มทะลาย > 15", "ผลปาล์มน้ำมัน น้ำหนักมากกว่า 15 กก.",
            "ปาล์มน้ำมัน (น.น. > 15 กก.)", "palm oil fruit", "oil palm", "ffb"),
        Kg("oil-palm-loose", "ปาล์มร่วง", "Loose oil palm fruit", "palm", "ผลปาล์มร่วง"),
        Piece("coconut", "มะพร้าว", "Coconut", null, "มะพร้าวแห้ง", "มะพร้าวผล"),
        Kg("copra", "เนื้อมะพร้าวแห้ง", "Copra", null),
    ];

    private static Entry[] Fruit() =>
    [
        Kg("durian", "ทุเรียน", "Durian", "durian", "ทุเรียนหมอนทอง", "ทุเรียนหมอนทองคละ", "หมอนทอง", "monthong durian"),
        Kg("mangosteen", "มังคุด", "Mangosteen", "mangosteen", "มังคุดคละ"),
        Kg("rambutan", "เงาะ", "Rambutan", null, "เงาะโรงเรียน", "เงาะโรงเรียนคละ"),
        Kg("longkong", "ลองกอง", "Longkong", null, "ลองกองคละ"),
        Kg("langsat", "ลางสาด", "Langsat", null),
        Kg("longan", "ลำไย", "Longan", "longan", "ลำไยสด", "ลำไยสดทั้งช่อ"),
        Kg("longan-dried", "ลำไยอบแห้ง", "Dried longan", "longan", "ลำไยแห้ง"),
        Kg("lychee", "ลิ้นจี่", "Lychee", null, "ลิ้นจี่สดทั้งช่อคละ", "litchi"),
        Kg("mandarin", "ส้มเขียวหวาน", "Mandarin orange", "citrus", "ส้ม", "ส้มเขียวหวานคละ"),
        Kg("mango", "มะม่วง", "Mango", "mango", "+มะม่วงน้ำดอกไม้", "+มะม่วงเขียวเสวย"),
        Kg("pineapple", "สับปะรด", "Pineapple", "pineapple", "สับปะรดโรงงาน", "สัปปะรด", "+สับปะรดบริโภค"),
        Kg("banana", "กล้วย", "Banana", "banana-1", "กล้วยหอม", "กล้วยหอมทองขนาดคละ", "+กล้วยน้ำว้า", "กล้วยหอมทอง"),
        Kg("grape", "องุ่น", "Grape", null),
        Kg("strawberry", "สตรอเบอรี่", "Strawberry", null, "สตรอว์เบอร์รี", "สตรอเบอร์รี่"),
        Kg("watermelon", "แตงโม", "Watermelon", "watermelon"),
    ];

    private static Entry[] Vegetables() =>
    [
        Kg("shallot", "หอมแดง", "Shallot", null, "+หอมแดงสด", "หอมแดงแห้งใหญ่คละ", "+หอมแดงสดคละ"),
        Kg("onion", "หอมหัวใหญ่", "Onion", "onion", "หอมหัวใหญ่คละ", "หอมหัวใหญ่ชนิดคละ", "หอมใหญ่"),
        Kg("garlic", "กระเทียม", "Garlic", null, "กระเทียมแห้ง", "กระเทียมแห้งใหญ่คละ"),
        Kg("potato", "มันฝรั่ง", "Potato", "potato", "มันฝรั่งคละ"),
        Kg("chili", "พริก", "Chili", null, "พริกขี้หนู", "พริกสด", "พริกขี้หนูสวน", "chilli"),
        Kg("tomato", "มะเขือเทศ", "Tomato", "tomato"),
        Kg("cabbage", "กะหล่ำปลี", "Cabbage", null),
        Kg("lime", "มะนาว", "Lime", "citrus"),
    ];

    private static Entry[] OtherCrops() =>
    [
        Kg("coffee-robusta", "สารกาแฟโรบัสต้า", "Robusta coffee beans", "coffee", "กาแฟ", "กาแฟโรบัสต้า", "สารกาแฟ", "เมล็ดกาแฟคละ", "เมล็ดกาแฟ", "robusta", "coffee"),
        Kg("coffee-arabica", "สารกาแฟอาราบิก้า", "Arabica coffee beans", "coffee", "กาแฟอาราบิก้า", "arabica"),
        Kg("coffee-cherry", "ผลกาแฟ", "Coffee cherries", "coffee"),
        Kg("cocoa", "โกโก้", "Cocoa", null, "cacao"),
        Kg("cashew", "มะม่วงหิมพานต์", "Cashew nut", null, "เม็ดมะม่วงหิมพานต์"),
        Kg("pepper-black", "พริกไทยดำ", "Black pepper", null, "พริกไทย", "พริกไทยดำคละ"),
        Kg("pepper-white", "พริกไทยขาว", "White pepper", null),
        Kg("tea", "ชา", "Tea leaves", null, "ใบชา", "ใบชาอัสสัม", "+ชาจีน", "ใบชาอัสสัมสด"),
        Kg("silk", "เส้นไหม", "Raw silk", null),
        Kg("lac", "ครั่ง", "Lac", null),
        Piece("orchid", "กล้วยไม้", "Orchids", null),
    ];

    private static Entry[] Milled() =>
    [
        Rice("rice-jasmine", "ข้าวสารหอมมะลิ", "Jasmine rice, milled", "ข้าวหอมมะลิ", "หอมมะลิ", "ข้าวหอมมะลิ 100%", "ข้าวสารเจ้าหอมมะลิ", "thai hom mali rice", "jasmine rice", "ข้าวหอมมะลิไทย"),
        Rice("rice-white", "ข้าวสารเจ้า", "White rice, milled", "ข้าวสาร", "ข้าวขาว", "ข้าวเจ้า", "rice", "white rice", "milled rice", "ข้าวสารขาว"),
        Rice("rice-parboiled", "ข้าวนึ่ง", "Parboiled rice", "parboiled"),
        Rice("rice-glutinous", "ข้าวสารเหนียว", "Glutinous rice, milled", "ข้าวเหนียว", "sticky rice", "glutinous rice", "ข้าวเหนียว กข6"),
        Rice("rice-pathum", "ข้าวสารหอมปทุมธานี", "Pathum Thani fragrant rice, milled", "ข้าวหอมปทุมธานี", "ข้าวปทุมธานี", "ข้าวหอมปทุม", "ข้าวหอมไทย", "ข้าวหอม"),
        Rice("rice-broken", "ปลายข้าว", "Broken rice", "ข้าวหัก", "broken rice a1"),
        Rice("rice-bran", "รำข้าว", "Rice bran", "รำ", "+รำสกัด", "+รำข้าวขาว"),
        Rice("rice-brown", "ข้าวกล้อง", "Brown rice", "cargo rice", "+ข้าวกล้องหอมมะลิ"),
    ];

    private static Entry[] Animals() =>
    [
        Kg("pig", "สุกร", "Live pig", null, "หมู", "สุกรมีชีวิต", "สุกร เกิน 100 กก.", "สุกรมีชีวิต (100 ก.ก. ขึ้นไป)", "pork", "swine", "hog", "หมูเป็น"),
        Kg("chicken", "ไก่", "Live chicken", null, "ไก่รุ่นพันธุ์เนื้อ", "ไก่เนื้อ", "ไก่รุ่น", "broiler", "chicken"),
        Kg("chicken-meat", "เนื้อไก่", "Chicken meat", null, "Meat (chicken)"),
        Kg("duck", "เป็ด", "Live duck", null, "เป็ดรุ่น"),
        Piece("egg", "ไข่ไก่", "Hen eggs", null, "ไข่ไก่สด", "ไข่ไก่คละ", "ไข่ไก่สด คละ", "eggs"),
        Piece("duck-egg", "ไข่เป็ด", "Duck eggs", null, "ไข่เป็ดสด"),
        Piece("cattle", "โค", "Cattle", null, "โคพันธุ์ลูกผสม", "โคเนื้อ", "+โคขุน", "+โคพื้นเมือง", "วัว", "cow", "โคเนื้อขนาดกลาง"),
        Piece("buffalo", "กระบือ", "Buffalo", null, "ควาย"),
        Kg("shrimp-white", "กุ้งขาวแวนนาไม", "White shrimp", null, "กุ้งขาว", "กุ้ง", "vannamei", "กุ้งขาวแวนนาไม ขนาด 70 ตัว/กก."),
        Kg("shrimp-tiger", "กุ้งกุลาดำ", "Tiger prawn", null, "กุลาดำ"),
        Kg("mackerel", "ปลาทู", "Short mackerel", null),
        Kg("trash-fish", "ปลาเป็ด", "Trash fish", null, "ปลาเป็ดสด คละ"),
    ];

    private static Entry Ton(string code, string th, string en, string crop, params string[] aliases) => Ton(code, th, en, crop, aliases, 0.5, 60);

    private static Entry Ton(string code, string th, string en, string crop, string alias, string alias2, string alias3, double min, double max) =>
        Ton(code, th, en, crop, [alias, alias2, alias3], min, max);

    private static Entry Ton(string code, string th, string en, string crop, string[] aliases, double min, double max) =>
        new(new Commodity(code, th, en, crop, PriceUnit.BahtPerTon, true, min, max), false, aliases);

    private static Entry Kg(string code, string th, string en, string? crop, params string[] aliases) => Kg(code, th, en, crop, 0.1, 5_000, aliases);

    private static Entry Kg(string code, string th, string en, string? crop, double min, double max, params string[] aliases) =>
        new(new Commodity(code, th, en, crop, PriceUnit.BahtPerKg, true, min, max), false, aliases);

    private static Entry Piece(string code, string th, string en, string? crop, params string[] aliases) =>
        new(new Commodity(code, th, en, crop, PriceUnit.BahtPerKg, false, 0.1, 5_000), false, aliases);

    private static Entry Rice(string code, string th, string en, params string[] aliases) =>
        new(new Commodity(code, th, en, "rice", PriceUnit.BahtPerKg, true, 0.5, 200), true, aliases);

    /// <summary>A commodity with its other names.</summary>
    /// <param name="Commodity">The commodity.</param>
    /// <param name="IsMilled">Whether it is milled rice, which shares names with paddy.</param>
    /// <param name="Aliases">Other names; one that begins with + is that of a grade or variety.</param>
    internal sealed record Entry(Commodity Commodity, bool IsMilled, string[] Aliases);
}
