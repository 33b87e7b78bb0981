import { words } from "../../lib/words";

export const table = words(
  {
    title: "แผนที่", lead: "สถานีและคำเตือนทั่วประเทศ แตะสถานีเพื่อดูพื้นที่นั้น หรือแตะที่ว่างเพื่อหาพื้นที่ใกล้จุดนั้น", map: "แผนที่สถานี ตารางด้านล่างมีข้อมูลเดียวกัน", list: "สถานี", station: "สถานี", province: "จังหวัด",
    state: "สถานะ", newest: "ค่าล่าสุด", silent: "เงียบ ไม่ทราบ", calm: "ไม่มีคำเตือน", noStations: "ยังไม่มีสถานี", all: "ทั้งหมด", show: "แสดง", warned: "มีคำเตือน", near: "พื้นที่ใกล้จุดที่แตะ", km: "ห่าง {km} กม.", none: "ไม่มีสถานีในระยะ 150 กม.",
    noMap: "เครื่องนี้แสดงแผนที่ไม่ได้ ใช้ตารางแทนได้", loadMap: "เปิดแผนที่ (ใช้ข้อมูลเพิ่ม)", count: "{count} สถานี", more: "แสดงเพิ่ม", at: "เมื่อ", old: "ข้อมูลเก่า เมื่อ {time}",
  },
  {
    title: "Map", lead: "Stations and warnings of the whole country. Tap a station to see its place, or anywhere to find the places near that point", map: "Map of the stations; the table below holds the same", list: "Stations", station: "Station", province: "Province",
    state: "State", newest: "Newest values", silent: "Silent, not known", calm: "No warning", noStations: "No stations yet", all: "All", show: "Show", warned: "With a warning", near: "Places near that point", km: "{km} km away", none: "No station within 150 km",
    noMap: "This device cannot show the map; use the table", loadMap: "Open the map (uses more data)", count: "{count} stations", more: "Show more", at: "at", old: "This is old, of {time}",
  },
);
