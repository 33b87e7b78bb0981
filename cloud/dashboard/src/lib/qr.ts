// A QR code as the path of a picture: sharp at any size, and no data address is needed.
import { create } from "qrcode";

export type Qr = { size: number; path: string };

/** The code of a text, with the quiet zone of four modules that readers need. */
export function qrOf(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  let path = "";
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) {
        path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
      }
    }
  }
  return { size: modules.size + 2 * quiet, path };
}
