import { words } from "../../lib/words";

export const table = words(
  { title: "เขียนคำเตือน" },
  { title: "Compose" },
);
