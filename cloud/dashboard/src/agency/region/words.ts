import { words } from "../../lib/words";

export const table = words(
  {
    title: "พื้นที่", province: "จังหวัด{name}", district: "อำเภอ{name}", subdistrict: "ตำบล{name}", what: "แสดง", now: "ขณะนี้", mean: "เฉลี่ย", max: "สูงสุด", min: "ต่ำสุด",
    reporting: "รายงานอยู่ {n} จาก {all} สถานี", silent: "เงียบ {n} สถานี", at: "ที่ {name}", days: "วันที่ผ่านมา", day: "วัน", range: "ช่วงค่า", complete: "ครบถ้วน", noData: "ไม่มีค่าที่ใช้ได้",
    ranking: "อันดับสถานี", station: "สถานี", value: "ล่าสุด", measured: "วัดเมื่อ", mean24: "เฉลี่ย 24 ชม.", max24: "สูงสุด 24 ชม.", within: "พื้นที่ภายใน", csv: "ดาวน์โหลด CSV",
    events: "เหตุการณ์ที่ยังเปิดอยู่", noEvents: "ไม่มีเหตุการณ์ที่ยังเปิดอยู่ในพื้นที่นี้", eventsUnknown: "อ่านเหตุการณ์ไม่ได้ ไม่ได้แปลว่าไม่มี", since: "ตั้งแต่ {time}", map: "แผนที่สถานีในพื้นที่ ข้อมูลเดียวกันอยู่ในตาราง",
    silentValue: "เงียบ", doubtful: "น่าสงสัย", seven: "7 วัน", month: "31 วัน", span: "ช่วงเวลา", updated: "ข้อมูลเมื่อ {time}", old: "ติดต่อระบบไม่ได้ ข้อมูลอาจเก่า", toMap: "ดูทั้งประเทศ",
    empty: "ยังไม่มีค่าที่วัดในพื้นที่นี้", completeNote: "ครบถ้วน: ส่วนของชั่วโมงที่มีค่าใช้ได้",
  },
  {
    title: "Region", province: "{name} province", district: "{name} district", subdistrict: "{name} subdistrict", what: "Show", now: "Now", mean: "Mean", max: "Highest", min: "Lowest",
    reporting: "{n} of {all} stations report", silent: "{n} silent", at: "at {name}", days: "Last days", day: "Day", range: "Range", complete: "Complete", noData: "Nothing usable",
    ranking: "Stations by value", station: "Station", value: "Newest", measured: "Measured", mean24: "Mean 24 h", max24: "Highest 24 h", within: "Regions within", csv: "Download CSV",
    events: "Open events", noEvents: "No open event in this region", eventsUnknown: "Events could not be read; that does not mean there are none", since: "since {time}", map: "Map of the stations of the region. The table holds the same",
    silentValue: "silent", doubtful: "doubtful", seven: "7 days", month: "31 days", span: "Span", updated: "As of {time}", old: "No answer; this may be old", toMap: "Whole country",
    empty: "Nothing is measured in this region yet", completeNote: "Complete: share of hours with a usable value",
  },
);
