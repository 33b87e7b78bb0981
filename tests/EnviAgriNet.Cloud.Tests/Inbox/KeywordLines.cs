namespace EnviAgriNet.Cloud.Tests.Inbox;

/// <summary>What people write, and what it means: text, intent, what stands beside the keyword.</summary>
internal static class KeywordLines
{
    public const string All = """
        อากาศ|Air|
        อากาศ เชียงใหม่|Air|เชียงใหม่
        อากาศเชียงใหม่|Air|เชียงใหม
        อากาศ  เชียงใหม่  วันนี้|Air|เชียงใหม่
        อากาศเชียงใหม่วันนี้|Air|เชียงใหม
        อากาดเชียงใหม่|Air|เชียงใหม
        อากาส เชียงใหม่|Air|เชียงใหม่
        อกาศ เชียงใหม่|Air|เชียงใหม่
        อาการศ เชียงใหม่|Air|เชียงใหม่
        อากาศศศศ เชียงใหม่|Air|เชียงใหม่
        อากาศ ต.ช้างเผือก|Air|ต ช้างเผือก
        อากาศ อ.เมืองเชียงใหม่|Air|อ เมืองเชียงใหม่
        อากาศ 500101|Air|500101
        อากาศ๕๐๐๑๐๑|Air|500101
        อากาศ cm-001|Air|cm-001
        อากาศ ครับ|Air|
        อากาศค่ะ|Air|
        สภาพอากาศ น่าน|Air|น่าน
        คุณภาพอากาศ ลำปาง|Air|ลำปาง
        ขอดูอากาศ เชียงราย|Air|เชียงราย
        อยากรู้อากาศเชียงราย|Air|เชียงราย
        ช่วยบอกอากาศหน่อย|Air|
        ช่วยเช็คฝุ่น เชียงใหม่ หน่อย|Air|เชียงใหม่
        เชียงใหม่ อากาศ|Air|เชียงใหม่
        เชียงใหม่อากาศเป็นไง|Air|เชียงใหม
        ฝุ่น|Air|
        ฝุน เชียงใหม่|Air|เชียงใหม่
        ฝุ่นเชียงใหม่|Air|เชียงใหม
        ฝุ่นๆ เชียงใหม่|Air|เชียงใหม่
        ค่าฝุ่น กรุงเทพ|Air|กรุงเทพ
        ฝุ่น pm2.5 เชียงใหม่|Air|เชียงใหม่
        PM2.5 เชียงใหม่|Air|เชียงใหม่
        pm 2.5 เชียงใหม่|Air|เชียงใหม่
        PM25|Air|
        pm2,5 lampang|Air|lampang
        Pm 2 5 nan|Air|nan
        ＰＭ２.５ เชียงใหม่|Air|เชียงใหม่
        aqi|Air|
        AQI เชียงใหม่|Air|เชียงใหม่
        aqiเชียงใหม่|Air|เชียงใหม่
        หมอกควัน แม่ฮ่องสอน|Air|แม่ฮ่องสอน
        ควันเชียงใหม่|Air|เชียงใหม
        สวัสดีครับ อากาศ ลำพูน|Air|ลำพูน
        air|Air|
        Air Chiang Mai|Air|chiang mai
        AIR CHIANGMAI|Air|chiangmai
        airrr chiang mai|Air|chiang mai
        air quality in chiang mai|Air|chiang mai
        what is the air in Nan today?|Air|nan
        check air at lampang please|Air|lampang
        chiang mai air|Air|chiang mai
        airเชียงใหม่|Air|เชียงใหม่
        dust khon kaen|Air|khon kaen
        haze chiang rai now|Air|chiang rai
        smog|Air|
        polution bangkok|Air|bangkok
        𝐚𝐢𝐫 nan|Air|nan
        อากาศ​เชียงใหม่|Air|เชียงใหม
        ฝน|Rain|
        ฝน เชียงใหม่|Rain|เชียงใหม่
        ฝนเชียงใหม่|Rain|เชียงใหม
        ฝนตกไหม|Rain|
        ฝนตก น่าน|Rain|น่าน
        ปริมาณฝน น่าน|Rain|น่าน
        ปริมานฝน น่าน|Rain|น่าน
        น้ำฝน น่าน|Rain|น่าน
        ปริมาณน้ำฝนน่าน|Rain|นาน
        ฝนน่าน|Rain|นาน
        อากาศศรีสะเกษ|Air|ศรีสะเกษ
        ฝน คลองหลวง|Rain|คลองหลวง
        ฝน น้ำพอง|Rain|น้ำพอง
        ขอข้อมูลฝน อ.ปาย|Rain|อ ปาย
        rain|Rain|
        Rain nan|Rain|nan
        rian nan|Rain|nan
        rainn pai|Rain|pai
        rainfall mae hong son|Rain|mae hong son
        how is the rain in pai|Rain|pai
        raining hat yai|Rain|hat yai
        น้ำ|River|
        น้ำ หาดใหญ่|River|หาดใหญ่
        นํ้า หาดใหญ่|River|หาดใหญ่
        นำ้ หาดใหญ่|River|หาดใหญ่
        นํา หาดใหญ่|River|หาดใหญ่
        น้้ำ หาดใหญ่|River|หาดใหญ่
        น้ำหาดใหญ่|River|หาดใหญ
        ระดับน้ำ|River|
        ระดับน้ำ อ.เมือง เชียงใหม่|River|อ เมือง เชียงใหม่
        ระดับนำ้ปิง|River|ปิง
        ระดบน้ำ น่าน|River|น่าน
        แม่น้ำ น่าน|River|น่าน
        เเม่น้ำ น่าน|River|น่าน
        แม่น้ำปิง เชียงใหม่|River|ปิง เชียงใหม่
        น้ำท่วม หาดใหญ่|River|หาดใหญ่
        สถานการณ์น้ำ น่าน|River|น่าน
        ช่วยดูระดับน้ำ น่าน หน่อยครับ|River|น่าน
        river|River|
        River Nan|River|nan
        rivr nan|River|nan
        rivver nan|River|nan
        water level chiang mai|River|chiang mai
        waterlevel nan|River|nan
        flood hat yai|River|hat yai
        ราคา|Price|
        ราคา ข้าว|Price|ข้าว
        ราคาข้าว|Price|ขาว
        ราคาข้าวหอมมะลิ|Price|ขาวหอมมะลิ
        ราคาข้าวโพด|Price|ขาวโพด
        ทำแล้ว|Done|
        ทำแล้วครับ|Done|
        done|Done|
        แปลงของฉัน|Plots|
        my plots|Plots|
        ปลูก 1 ก.ค.|Planted|1 ก ค
        ปลูกข้าว 10 ไร่|Planted|ขาว 10 ไร่
        ราค ข้าว|Price|ข้าว
        ราคามันสำปะหลังวันนี้|Price|มันสำปะหลัง
        อยากทราบราคายาง|Price|ยาง
        price rice|Price|rice
        prise rice|Price|rice
        prices|Price|
        what is the price of rubber|Price|rubber
        พยากรณ์|Forecast|
        พยากรณ์อากาศ|Forecast|
        พยากรณ์อากาศ เชียงใหม่|Forecast|เชียงใหม่
        พยากร เชียงใหม่|Forecast|เชียงใหม่
        พยากรอากาศ เชียงใหม่|Forecast|เชียงใหม่
        พรุ่งนี้ฝนตกไหม|Forecast|ฝนตก
        forecast nan|Forecast|nan
        forcast nan|Forecast|nan
        tomorrow|Forecast|
        สมัคร|Register|
        สมัคร เชียงใหม่|Register|เชียงใหม่
        สมัครเชียงใหม่|Register|เชียงใหม
        สมัค เชียงใหม่|Register|เชียงใหม่
        สมัก เชียงใหม่|Register|เชียงใหม่
        สมัคร 500101|Register|500101
        ลงทะเบียน ต.ช้างเผือก อ.เมือง|Register|ต ช้างเผือก อ เมือง
        ลงทะเบียร น่าน|Register|น่าน
        ช่วยสมัครให้หน่อย|Register|
        register chiang mai|Register|chiang mai
        regster chiang mai|Register|chiang mai
        JOIN 500101|Register|500101
        subscribe nan|Register|nan
        หยุด|Stop|
        stop|Stop|
        STOP|Stop|
        help|Usage|
        HELP|Usage|
        Help?|Usage|
        help menu|Usage|
        ?|Usage|
        วิธีใช้|Usage|
        วิธีใช้ครับ|Usage|
        วิธิใช้|Usage|
        เมนู|Usage|
        คำสั่ง|Usage|
        menu|Usage|
        info|Usage|
        how to use help|Usage|
        help air|Air|
        ช่วยด้วย|CallForHelp|
        ช่วยด้วยยยย|CallForHelp|
        ช่วยด้วย ต.ช้างเผือก 5 คน น้ำดื่ม ยา|CallForHelp|
        ชวยดวย|CallForHelp|
        ช่วยด่วย|CallForHelp|
        ช่วยด้วน ติดบนหลังคา|CallForHelp|
        ช้วยด้วย|CallForHelp|
        ช่วย|CallForHelp|
        ช่วยที|CallForHelp|
        ช่วยแม่ผมที|CallForHelp|
        ช่วยเหลือ|CallForHelp|
        ขอความช่วยเหลือ|CallForHelp|
        ต้องการความช่วยเหลือด่วน หมู่ 3|CallForHelp|
        น้ำท่วมบ้าน ติดอยู่บนหลังคา 4 คน|CallForHelp|
        น้ำท่วมบ้าน ช่วยด้วย|CallForHelp|
        ขอน้ำดื่ม อาหาร หมู่ 5|CallForHelp|
        ขอเรือด่วนครับ|CallForHelp|
        ฉุกเฉิน|CallForHelp|
        SOS|CallForHelp|
        sos 3 คน|CallForHelp|
        S O S|Unknown|
        help me|CallForHelp|
        please help|CallForHelp|
        Help! 5 people on roof|CallForHelp|
        we need help, water and medicine|CallForHelp|
        trapped in house|CallForHelp|
        rescue needed|CallForHelp|
        ไม่ต้องการความช่วยเหลือ|Unknown|
        dont need help|Usage|
        ร้องเรียน ควันโรงงาน|Complaint|
        ร้องเรียน|Complaint|
        ร้องเรียร กลิ่น|Complaint|
        แจ้ง เผาขยะ หมู่ 4|Complaint|
        มีคนเผาขยะ|Complaint|
        กลิ่นเหม็นมาก ต.สุเทพ|Complaint|
        โรงงานปล่อยน้ำเสีย|Complaint|
        เสียงดังกลางคืน|Complaint|
        ทิ้งขยะริมคลอง|Complaint|
        complaint smoke|Complaint|
        complant smell|Complaint|
        report burning garbage|Complaint|
        bad smell from factory|Complaint|
        H-482173|CaseState|H-482173
        h482173|CaseState|H-482173
        สถานะ H-482173|CaseState|H-482173
        สถานะ H 482173 ครับ|CaseState|H-482173
        case C-123456|CaseState|C-123456
        status h-๔๘๒๑๗๓|CaseState|H-482173
        1|Rating|
        5|Rating|
        ๕|Rating|
        ให้ 5|Rating|
        5 ครับ|Rating|
        4/5|Rating|
        4 ดาว|Rating|
        คะแนน 3|Rating|
        6|Unknown|
        0|Unknown|
        12|Unknown|
        น้ำมัน ราคา|Price|น้ำมัน
        น้ำแข็ง|Unknown|
        ขอบคุณครับ|Unknown|
        ok|Unknown|
        555|Unknown|
        thank you|Unknown|
        See you at the main gate|Unknown|
        รถติดมากวันนี้|Unknown|
        คุณได้รับสิทธิ์กู้เงิน 50000|Unknown|
        ສະບາຍດີ|Unknown|
        မင်္ဂလာပါ|Unknown|
        Привет|Unknown|
        你好|Unknown|
        😀😀|Unknown|
        """;
}
