// What hazards and the states of warnings are called.
import { knows, words, type Words } from "../../lib/words";

export const hazardWords = words(
  {
    haze: "ฝุ่นละออง", "river-flood": "น้ำล้นตลิ่ง", "flash-flood": "น้ำป่าไหลหลาก", landslide: "ดินถล่ม", "extreme-heat": "อากาศร้อนจัด", cold: "อากาศหนาว",
    drought: "ภัยแล้ง", "strong-wind": "ลมแรง", "water-pollution": "น้ำเสีย", "salinity-intrusion": "น้ำเค็มรุก", "fire-weather": "ไฟป่า",
  },
  {
    haze: "Haze", "river-flood": "River flood", "flash-flood": "Flash flood", landslide: "Landslide", "extreme-heat": "Extreme heat", cold: "Cold",
    drought: "Drought", "strong-wind": "Strong wind", "water-pollution": "Polluted water", "salinity-intrusion": "Salt water", "fire-weather": "Fire weather",
  },
);

export const stateWords = words(
  {
    Recorded: "บันทึกไว้เท่านั้น", Draft: "ร่าง รอคนอนุมัติ", Waiting: "รอเจ้าหน้าที่", Released: "ปล่อยแล้ว", Targeted: "ปล่อยแล้ว", Dropped: "ไม่ส่ง",
  },
  {
    Recorded: "For the record only", Draft: "Draft, waits for persons", Waiting: "Waits for an officer", Released: "Released", Targeted: "Released",
    Dropped: "Not sent",
  },
);

/** A code in the reader's language, or as it is where there is no word for it. */
export function wordOf<K extends string>(say: (key: K) => string, table: Words<K>, code: string): string {
  return knows(table, code) ? say(code) : code;
}
