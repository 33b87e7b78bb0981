import { words } from "../../lib/words";

export const table = words(
  { title: "การเตือนภัย" },
  { title: "Warnings" },
);
