import { words } from "../../lib/words";

export const table = words(
  { title: "กุญแจโปรแกรม" },
  { title: "API keys" },
);
