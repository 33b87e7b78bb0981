import { knows, sayer, words } from "../../lib/words";

const table = words(
  {
    "haze": "หมอกควัน", "river-flood": "น้ำล้นตลิ่ง", "flash-flood": "น้ำป่าไหลหลาก", "landslide": "ดินถล่ม", "extreme-heat": "อากาศร้อนจัด", "cold": "อากาศหนาวจัด",
    "drought": "ภัยแล้ง", "strong-wind": "ลมแรง", "water-pollution": "น้ำเสีย", "salinity-intrusion": "น้ำเค็มรุก", "fire-weather": "เสี่ยงไฟป่า", "other": "ภัยอื่น",
  },
  {
    "haze": "Haze", "river-flood": "River flood", "flash-flood": "Flash flood", "landslide": "Landslide", "extreme-heat": "Extreme heat", "cold": "Severe cold",
    "drought": "Drought", "strong-wind": "Strong wind", "water-pollution": "Water pollution", "salinity-intrusion": "Salt water", "fire-weather": "Fire danger", "other": "Other danger",
  },
);
const say = sayer(table);

/** A hazard as people call it. */
export const hazardText = (hazard: string): string => say(knows(table, hazard) ? hazard : "other");
