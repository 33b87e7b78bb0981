import { words } from "../../lib/words";

export const table = words(
  {
    title: "แผนที่สถานการณ์", what: "แสดง", index: "ดัชนี", hazard: "ภัย", quantity: "ค่าที่วัด", as: "แสดงเป็น", stations: "สถานี", regions: "จังหวัด",
    stationsCount: "{n} สถานี", now: "ขณะนี้", at: "เมื่อ {time}", play: "เล่นย้อนหลัง", pause: "หยุด", toNow: "กลับมาขณะนี้", span: "ช่วงเวลา", day: "24 ชั่วโมง",
    threeDays: "3 วัน", week: "7 วัน", month: "30 วัน", slider: "เวลา", legend: "คำอธิบายสัญลักษณ์", unknown: "ไม่ทราบค่า: เงียบ ไม่ครบ หรือน่าสงสัย", name: "ชื่อ", region: "จังหวัด",
    value: "ค่า", level: "ระดับ", measured: "วัดเมื่อ", search: "ค้นหาสถานีหรือจังหวัด", more: "แสดงเพิ่ม ({n})", none: "ไม่มีสถานีที่ตรงกับคำค้น",
    empty: "ยังไม่มีสถานีที่ลงทะเบียน", tableOf: "ค่าบนแผนที่เป็นตาราง", mapOf: "แผนที่ {what} {when} ข้อมูลเดียวกันอยู่ในตาราง", mean: "เฉลี่ย", max: "สูงสุด",
    known: "ทราบค่า", live: "สด", lost: "ขาดการติดต่อ ค่าอาจเก่า", connecting: "กำลังเชื่อมต่อ", known_: "ทราบค่า {known} จาก {all} สถานี", gravest: "ระดับสูงสุด: {word} {n} สถานี",
    silentSince: "เงียบตั้งแต่ {time}", doubtful: "น่าสงสัย", events: "เหตุการณ์ที่ยังเปิดอยู่", noEvents: "ไม่มีเหตุการณ์ที่ยังเปิดอยู่", since: "ตั้งแต่ {time}",
    noPast: "ค่านี้ดูย้อนหลังบนแผนที่ไม่ได้", noPosition: "{n} สถานีไม่มีพิกัด อยู่ในตารางเท่านั้น",
    regionNote: "สีของจังหวัดคือค่าเฉลี่ยของสถานีที่ทราบค่า ภัยใช้ระดับสูงสุด", note_aqi: "PM2.5 และ PM10 เฉลี่ย 24 ชั่วโมง ต้องมีอย่างน้อย 18 ชั่วโมง เกณฑ์ กรมควบคุมมลพิษ 2566 ค่าเกิน 200 เป็นค่าประมาณ",
    note_heat: "จากอุณหภูมิและความชื้นล่าสุด เกณฑ์ 27 33 42 52 °C ตามที่สื่อรายงาน ยังไม่มีหน่วยงานยืนยัน", note_rain24: "ผลรวม 24 ชั่วโมง ต้องมีอย่างน้อย 18 ชั่วโมง เกณฑ์กรมอุตุนิยมวิทยา",
    note_bank: "0% คือท้องน้ำ 100% คือตลิ่ง เกณฑ์ ThaiWater", note_pollutant: "สีใช้เกณฑ์ของค่าเฉลี่ยตามดัชนี ค่าล่าสุดหรือรายชั่วโมงสูงกว่าได้โดยไม่ผิดเกณฑ์",
    note_hazard: "ระดับจากเกณฑ์ที่ใช้อยู่ พื้นที่เงียบถือว่าไม่ทราบ ไม่ใช่ปกติ", note_past: "ย้อนหลังเป็นค่ารายชั่วโมงจากค่าที่ใช้ได้", note_pastHazard: "ย้อนหลังแสดงเหตุการณ์ตามที่บันทึกไว้ ความเงียบในอดีตไม่ปรากฏ",
    note_even: "ไม่มีเกณฑ์ทางการ ช่วงแบ่งตามค่าที่วัดได้", failedPast: "โหลดข้อมูลย้อนหลังไม่ได้", sortBy: "เรียงตาม{column}", loadingPast: "กำลังโหลดข้อมูลย้อนหลัง",
  },
  {
    title: "Situation map", what: "Show", index: "Indices", hazard: "Hazards", quantity: "Measured", as: "As", stations: "Stations", regions: "Provinces",
    stationsCount: "{n} stations", now: "Now", at: "At {time}", play: "Play back", pause: "Pause", toNow: "Back to now", span: "Span", day: "24 hours",
    threeDays: "3 days", week: "7 days", month: "30 days", slider: "Time", legend: "Legend", unknown: "Not known: silent, incomplete or doubtful", name: "Name", region: "Province",
    value: "Value", level: "Level", measured: "Measured", search: "Find a station or province", more: "Show more ({n})", none: "No station matches",
    empty: "No station is registered yet", tableOf: "What the map shows as a table", mapOf: "Map of {what}, {when}. The table holds the same", mean: "Mean", max: "Highest",
    known: "Known", live: "Live", lost: "Line lost, values may be old", connecting: "Connecting", known_: "{known} of {all} stations known", gravest: "Highest class: {word}, {n} stations",
    silentSince: "Silent since {time}", doubtful: "doubtful", events: "Open events", noEvents: "No open event", since: "since {time}",
    noPast: "This has no past on the map", noPosition: "{n} stations have no position; they are in the table only",
    regionNote: "A province has the colour of the mean of its stations that are known; of hazards, of the gravest", note_aqi: "PM2.5 and PM10: mean of 24 hours, 18 of them needed. Classes: Pollution Control Department 2023; numbers above 200 are estimates",
    note_heat: "From the newest temperature and humidity. Limits 27, 33, 42, 52 °C agree with press reports; no agency confirmed them", note_rain24: "Sum of 24 hours, 18 of them needed. Classes: Thai Meteorological Department",
    note_bank: "0 % is the bed, 100 % the bank. Classes: ThaiWater", note_pollutant: "Colours use the limits for the means of the index; newest and hourly values may pass them without a breach",
    note_hazard: "Levels by the rules in force. A silent area is not known; that is not normal", note_past: "The past shows hourly values of usable readings", note_pastHazard: "The past shows events as recorded; silence of that time does not show",
    note_even: "No official classes; steps follow the values", failedPast: "The past could not be loaded", sortBy: "Sort by {column}", loadingPast: "Loading the past",
  },
);
