import { words } from "../../lib/words";

export const table = words(
  { title: "ราคาล่วงหน้า" },
  { title: "Prices ahead" },
);
