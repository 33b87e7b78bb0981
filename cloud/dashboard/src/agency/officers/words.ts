import { words } from "../../lib/words";

export const table = words(
  { title: "เจ้าหน้าที่" },
  { title: "Officers" },
);
