import { words } from "../../lib/words";

export const table = words(
  { title: "ราคาล่วงหน้า", intro: "ราคาที่คาดว่าจะเป็น พร้อมบอกว่าผิดได้แค่ไหน", commodity: "สินค้า", market: "ตลาดหรือพื้นที่", none: "ยังไม่มีราคาล่วงหน้า จะมีเมื่อมีราคาย้อนหลังพอ" },
  { title: "Prices ahead", intro: "What prices will likely be, and how far that may be wrong", commodity: "Commodity", market: "Market or area", none: "No price outlook yet: it comes when enough past prices are known" },
);
