import { words } from "../../lib/words";

export const table = words(
  { title: "เกณฑ์เตือนภัย" },
  { title: "Hazard rules" },
);
