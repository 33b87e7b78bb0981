import { words } from "../../lib/words";

export const table = words(
  { title: "พื้นที่" },
  { title: "Region" },
);
