import { words } from "../../lib/words";

export const table = words(
  {
    title: "เปรียบเทียบ", hint: "เลือกได้ถึง {most} ชุดข้อมูล หน่วยเดียวกันอยู่กราฟเดียวกัน เวลาตรงกันทุกกราฟ ลิงก์ของหน้านี้ส่งต่อได้", station: "สถานี", series: "ชุดข้อมูล", add: "เพิ่ม", remove: "เอา {label} ออก", empty: "ยังไม่ได้เลือก เลือกสถานีและชุดข้อมูลด้านบน",
    full: "ครบ {most} ชุดแล้ว เอาบางชุดออกก่อน", unknownStation: "ไม่มีสถานีนี้", failed: "{label}: โหลดไม่ได้ ({why})", differences: "เทียบค่า", mean: "เฉลี่ย", lowest: "ต่ำสุด", highest: "สูงสุด", coverage: "มีค่าใช้ได้", newest: "ล่าสุด", none: "ไม่มีค่า",
  },
  {
    title: "Compare", hint: "Up to {most} series; those of one unit share a chart, all charts share the time. The link of this page can be passed on", station: "Station", series: "Series", add: "Add", remove: "Take {label} out", empty: "Nothing chosen yet: choose a station and a series above",
    full: "That is all {most} series: take one out first", unknownStation: "There is no such station", failed: "{label}: could not be loaded ({why})", differences: "Side by side", mean: "Mean", lowest: "Lowest", highest: "Highest", coverage: "With usable values", newest: "Newest", none: "no value",
  },
);
