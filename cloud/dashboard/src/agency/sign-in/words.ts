import { words } from "../../lib/words";

export const table = words(
  { title: "เข้าสู่ระบบ" },
  { title: "Sign in" },
);
