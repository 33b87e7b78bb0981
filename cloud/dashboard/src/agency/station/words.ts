import { words } from "../../lib/words";

export const table = words(
  { title: "สถานี" },
  { title: "Station" },
);
