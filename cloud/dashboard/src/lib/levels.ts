// One look for each level, everywhere: a colour, a sign and a word, so that nobody needs to tell colours apart.
import { words, type Words } from "./words";

export type Shape = "circle" | "triangle" | "diamond" | "square" | "cross" | "ring";

/** How a level looks. `color` fills, `ink` writes on it (at least 4.5 to 1), `sign` stands in texts, `shape` on maps. */
export type Look = { color: string; ink: string; sign: string; shape: Shape };

export type Severity = "Extreme" | "Severe" | "Moderate" | "Minor" | "None" | "Unknown";

export const severityLooks: Record<Severity, Look> = {
  Extreme: { color: "#6a1b6e", ink: "#ffffff", sign: "✖", shape: "cross" },
  Severe: { color: "#b3181d", ink: "#ffffff", sign: "▲", shape: "triangle" },
  Moderate: { color: "#e08a00", ink: "#1c1300", sign: "◆", shape: "diamond" },
  Minor: { color: "#f2d43d", ink: "#1c1a00", sign: "■", shape: "square" },
  None: { color: "#2672a8", ink: "#ffffff", sign: "●", shape: "circle" },
  Unknown: { color: "#8a9492", ink: "#000000", sign: "○", shape: "ring" },
};

export const severityWords: Words<Severity> = words(
  { Extreme: "รุนแรงที่สุด", Severe: "รุนแรง", Moderate: "ปานกลาง", Minor: "เล็กน้อย", None: "ปกติ", Unknown: "ไม่ทราบ" },
  { Extreme: "Extreme", Severe: "Severe", Moderate: "Moderate", Minor: "Minor", None: "Normal", Unknown: "Unknown" },
);

/** The gravest first; for sorting. */
export const severities: readonly Severity[] = ["Extreme", "Severe", "Moderate", "Minor", "None", "Unknown"];

export function severityOf(text: string | null | undefined): Severity {
  return severities.find((severity) => severity.toLowerCase() === text?.toLowerCase()) ?? "Unknown";
}

/** The five classes of the Thai air quality index (PCD 2023), from the cleanest, in PCD's colours; ids as the cloud names them. */
export type AirClass = "very_good" | "good" | "moderate" | "unhealthy" | "very_unhealthy" | "unknown";

export const airLooks: Record<AirClass, Look> = {
  very_good: { color: "#00b0f0", ink: "#00222e", sign: "●", shape: "circle" },
  good: { color: "#92d050", ink: "#142600", sign: "■", shape: "square" },
  moderate: { color: "#ffff00", ink: "#262600", sign: "◆", shape: "diamond" },
  unhealthy: { color: "#ffc000", ink: "#261800", sign: "▲", shape: "triangle" },
  very_unhealthy: { color: "#ff0000", ink: "#000000", sign: "✖", shape: "cross" },
  unknown: { color: "#8a9492", ink: "#000000", sign: "○", shape: "ring" },
};

export const airWords: Words<AirClass> = words(
  { very_good: "ดีมาก", good: "ดี", moderate: "ปานกลาง", unhealthy: "เริ่มมีผลกระทบต่อสุขภาพ", very_unhealthy: "มีผลกระทบต่อสุขภาพ", unknown: "ไม่ทราบ" },
  { very_good: "Very good", good: "Good", moderate: "Moderate", unhealthy: "Starts to affect health", very_unhealthy: "Affects health", unknown: "Unknown" },
);

/** The class of an index value: up to 25, 50, 100, 200 and above. */
export function airClassOf(aqi: number | null | undefined): AirClass {
  return aqi === null || aqi === undefined || aqi < 0 ? "unknown" : aqi <= 25 ? "very_good" : aqi <= 50 ? "good" : aqi <= 100 ? "moderate"
    : aqi <= 200 ? "unhealthy" : "very_unhealthy";
}

/** Quality flags as they travel with readings (QARTOD): what they are called. */
export const qualityWords: Words<"1" | "2" | "3" | "4" | "9"> = words(
  { 1: "ผ่าน", 2: "ยังไม่ตรวจ", 3: "น่าสงสัย", 4: "ไม่ผ่าน", 9: "ไม่มีค่า" },
  { 1: "passed", 2: "not checked", 3: "suspect", 4: "failed", 9: "missing" },
);
