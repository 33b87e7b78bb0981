import { words } from "../../lib/words";

export const table = words(
  { title: "แผนที่" },
  { title: "Map" },
);
