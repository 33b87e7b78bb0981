import { words } from "../../lib/words";

export const table = words(
  { title: "หน้าแรก" },
  { title: "Home" },
);
