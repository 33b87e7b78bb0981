// What hazards are called, on every page alike and as in the warnings themselves.
import { knows, sayer, words } from "./words";

const table = words(
  {
    haze: "ฝุ่นละออง", "river-flood": "น้ำล้นตลิ่ง", "flash-flood": "น้ำป่าไหลหลาก", landslide: "ดินถล่ม", "extreme-heat": "อากาศร้อนจัด",
    cold: "อากาศหนาว", drought: "ภัยแล้ง", "strong-wind": "ลมแรง", "water-pollution": "น้ำเสีย", "salinity-intrusion": "น้ำเค็มรุก",
    "fire-weather": "เสี่ยงไฟป่า", other: "ภัยอื่น",
  },
  {
    haze: "Haze", "river-flood": "River flood", "flash-flood": "Flash flood", landslide: "Landslide", "extreme-heat": "Extreme heat",
    cold: "Cold", drought: "Drought", "strong-wind": "Strong wind", "water-pollution": "Polluted water", "salinity-intrusion": "Salt water",
    "fire-weather": "Fire weather", other: "Other danger",
  },
);
const say = sayer(table);

/** The codes of all hazards that have a name of their own. */
export const hazardCodes: readonly string[] = Object.keys(table.en).filter((code) => code !== "other");

/** A hazard by its code, as people call it. One that is not known here is a danger nevertheless. */
export const hazardText = (code: string): string => say(knows(table, code) ? code : "other");
