import { words } from "../../lib/words";

export const table = words(
  { title: "คำขอความช่วยเหลือ" },
  { title: "Calls for help" },
);
