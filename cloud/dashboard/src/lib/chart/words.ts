import { words } from "../words";

export const table = words(
  {
    hint: "ลูกศรซ้าย-ขวาเลื่อนดูค่า บวกและลบเพื่อขยายและย่อ Esc เพื่อกลับ", noData: "ไม่มีค่าที่ใช้ได้ในช่วงนี้", gap: "ไม่มีค่า", png: "ภาพ PNG", csv: "ตาราง CSV",
    asTable: "ดูเป็นตาราง", asChart: "ซ่อนตาราง", time: "เวลา", value: "ค่า", band: "ต่ำสุด–สูงสุด", quality: "คุณภาพ", doubtful: "ค่าที่น่าสงสัย (ไม่นับ)",
    summary: "{label}: ล่าสุด {last}, ต่ำสุด {min}, สูงสุด {max}", cut: "แสดง {count} แถวล่าสุด ดาวน์โหลด CSV เพื่อดูทั้งหมด", zoomOut: "ดูทั้งช่วง",
    between: "{min} ถึง {max}", hide: "ซ่อนหรือแสดง {label}",
  },
  {
    hint: "Left and right arrows read the values, plus and minus zoom, Esc goes back", noData: "No usable value in this time", gap: "no value", png: "PNG picture", csv: "CSV table",
    asTable: "Show as a table", asChart: "Hide the table", time: "Time", value: "Value", band: "Lowest–highest", quality: "Quality", doubtful: "Doubtful readings (not counted)",
    summary: "{label}: newest {last}, lowest {min}, highest {max}", cut: "The newest {count} rows; download the CSV for all", zoomOut: "Show the whole time",
    between: "{min} to {max}", hide: "Hide or show {label}",
  },
);
