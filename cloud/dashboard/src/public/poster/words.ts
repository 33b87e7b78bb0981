import { words } from "../../lib/words";

export const table = words(
  { title: "โปสเตอร์" },
  { title: "Poster" },
);
