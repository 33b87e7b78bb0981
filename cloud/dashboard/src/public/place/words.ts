import { words } from "../../lib/words";

export const table = words(
  { title: "พื้นที่ของฉัน" },
  { title: "My place" },
);
