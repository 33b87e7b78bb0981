import { words } from "../../lib/words";

export const table = words(
  {
    title: "ราคาและผลผลิตล่วงหน้า", tabs: "ส่วนของหน้า", cards: "ตารางคาดการณ์", balance: "ผลผลิต", farms: "แปลงที่เกษตรกรแบ่งปัน", one: "รายการที่เลือก",
    commodity: "สินค้า", market: "ตลาด", data: "ราคาล่าสุด", method: "วิธี", own: "ผิดเฉลี่ย %", naive: "ถ้าใช้ราคาล่าสุด %", c80: "อยู่ในแถบ 8 ใน 10 จริง %", risks: "ข้อควรระวัง",
    better: "{count} จาก {all} รายการแม่นกว่าการใช้ราคาล่าสุดในการทดสอบย้อนหลังหนึ่งปี", last: "ราคาล่าสุด", combined: "แบบจำลองรวม", untested: "ทดสอบไม่ได้",
    lowBand: "แถบ 8 ใน 10 แคบเกินไป: จริงเพียง {share} %", empty: "ยังไม่มีราคาล่วงหน้า นำเข้าราคาด้วย eag-cloud import", silent: "ราคาที่ไม่มีการคาด และเพราะอะไร", why: "เพราะ",
    "no-price": "ไม่มีราคา", "too-old": "ราคาล่าสุดเก่าเกินไป", "too-little": "ข้อมูลน้อยเกินไป หรือยังไม่ถึงรอบ", farmsHint: "เฉพาะแปลงที่เกษตรกรยอมให้ดู ไม่มีชื่อและเบอร์ ทุกครั้งที่เปิดดูจะถูกบันทึก และเกษตรกรเห็นว่าถูกเปิดเมื่อใด",
    noFarms: "ยังไม่มีเกษตรกรที่แบ่งปัน", farm: "แปลงของเกษตรกร {number}", since: "แบ่งปันตั้งแต่ {date}", open: "เปิดดู", outlook: "การคาดสำหรับแปลง", advice: "คำแนะนำที่ส่งแล้ว", noAdvice: "ยังไม่มีคำแนะนำ",
    noOutlook: "ข้อมูลยังไม่พอ", done: "ทำแล้ว {date}", gone: "เกษตรกรเลิกแบ่งปันแล้ว", rai: "{count} ไร่", looked: "การเปิดดูครั้งนี้ถูกบันทึกแล้ว", show: "ดู", closed: "ต้องเข้าสู่ระบบ",
  },
  {
    title: "Prices and harvests ahead", tabs: "Parts of the page", cards: "All forecasts", balance: "Harvests", farms: "Farms that are shared", one: "The chosen one",
    commodity: "Commodity", market: "Market", data: "Last price", method: "Method", own: "Mean error %", naive: "With the last price %", c80: "In the 8-in-10 band %", risks: "Beware of",
    better: "{count} of {all} were better than the last price when tried over the last year", last: "last price", combined: "combination", untested: "could not be tried",
    lowBand: "The 8-in-10 band is too narrow: it held {share} % only", empty: "No forecasts yet. Import prices with eag-cloud import", silent: "Prices without a forecast, and why", why: "Because",
    "no-price": "there is no price", "too-old": "the last price is too old", "too-little": "there are too few data, or it is not made yet", farmsHint: "Only farms whose farmer allows it, without names and numbers. Every look is written down, and the farmer sees when it was",
    noFarms: "No farmer shares yet", farm: "Farm {number}", since: "shared since {date}", open: "Open", outlook: "Outlook for the plot", advice: "Advice that was sent", noAdvice: "No advice yet",
    noOutlook: "Not enough data", done: "done {date}", gone: "The farmer no longer shares it", rai: "{count} rai", looked: "This look was written down", show: "Show", closed: "Sign in to see this",
  },
);
