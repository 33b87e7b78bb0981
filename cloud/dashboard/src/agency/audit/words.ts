import { words } from "../../lib/words";

export const table = words(
  { title: "บันทึกการกระทำ" },
  { title: "Audit log" },
);
