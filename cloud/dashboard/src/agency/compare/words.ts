import { words } from "../../lib/words";

export const table = words(
  { title: "เปรียบเทียบ" },
  { title: "Compare" },
);
