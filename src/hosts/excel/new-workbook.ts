/** A workbook of its own, opened in another window of Excel. */

/** Bytes to a piece of text: all at once would be more arguments than a call takes. */
const PIECE = 0x8000;

/** Excel opens the bytes of an .xlsx file as a new workbook that has no name yet. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<void> {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  await Excel.createWorkbook(btoa(text));
}
