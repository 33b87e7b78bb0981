// What a place is called.
import { settings } from "../../lib/settings.svelte";
import type { PlaceName } from "./view";

const bangkok = "10";

/** One step of the path with its title: `ต.ช้างเผือก`; the code where nobody knows a name. */
export function stepText(step: PlaceName): string {
  const isThai = settings.language === "th";
  const name = (isThai ? step.th ?? step.en : step.en ?? step.th) ?? step.region;
  if (!isThai || name === step.region) {
    return name;
  }
  const isBangkok = step.region.startsWith(bangkok);
  return (step.region.length === 6 ? (isBangkok ? "แขวง" : "ต.") : step.region.length === 4 ? (isBangkok ? "เขต" : "อ.") : isBangkok ? "" : "จ.") + name;
}

/** The whole name, the place itself first. A step without a name is left out but for the first. */
export function placeText(path: readonly PlaceName[]): string {
  const isThai = settings.language === "th";
  return path.filter((step, i) => i === 0 || step.th !== null || step.en !== null).map(stepText).join(isThai ? " " : ", ");
}
