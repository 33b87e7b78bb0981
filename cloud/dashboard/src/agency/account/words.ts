import { words } from "../../lib/words";

export const table = words(
  { title: "บัญชีของฉัน" },
  { title: "My account" },
);
