import { words } from "../../lib/words";

export const table = words(
  { title: "คุณภาพข้อมูล" },
  { title: "Data quality" },
);
