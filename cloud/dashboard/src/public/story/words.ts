import { words } from "../../lib/words";

export const table = words(
  { title: "เรื่องราว" },
  { title: "Story" },
);
