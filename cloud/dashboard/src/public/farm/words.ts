import { words } from "../../lib/words";

export const table = words(
  { title: "แปลงของฉัน" },
  { title: "My farm" },
);
