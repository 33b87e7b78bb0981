import { words } from "../../lib/words";

export const table = words(
  { title: "จอประจำศูนย์" },
  { title: "Centre screen" },
);
