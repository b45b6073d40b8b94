/** Why a file cannot be read or changed. Data only: the wording makes the sentence. */

export type UnsupportedWhat =
  | "notZip"
  | "oldXls"
  | "encrypted"
  | "truncated"
  | "tooLarge"
  | "zip64"
  | "signed"
  | "strict"
  | "xlsb"
  | "sharedWorkbook"
  | "structureLocked"
  | "dtd"
  | "duplicatePart"
  | "notWorkbook"
  | "damaged";

/** Thrown for a file that we do not take on; `detail` names the part, or says what is wrong with it. */
export class UnsupportedFile extends Error {
  readonly what: UnsupportedWhat;
  readonly detail: string;

  constructor(what: UnsupportedWhat, detail: string) {
    super(`${what}: ${detail}`);
    this.name = "UnsupportedFile";
    this.what = what;
    this.detail = detail;
  }
}
