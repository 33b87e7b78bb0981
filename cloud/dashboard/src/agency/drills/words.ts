import { words } from "../../lib/words";

export const table = words(
  { title: "ซ้อม" },
  { title: "Drills" },
);
