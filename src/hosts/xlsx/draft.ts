/** A workbook while an edit is being carried out on it: the package so far, its formats, and what came to light. */
import type { BookChange, CellFormat, Refusal, SheetDesign } from "../../book";
import { valuesOf } from "./chart-values";
import { emptyWorkbookParts } from "./empty-workbook";
import { makeSheets, type FreshSheets } from "./fresh";
import { UnsupportedFile, type ZipPackage } from "./package";
import { contentTypeOf, isOfType, relatedPart } from "./parts";
import {
  freePartName,
  freeRelationshipId,
  lostPartNames,
  officeRelations,
  withContentTypes,
  withRelationships,
} from "./relations";
import { Stylesheet, type FormatMap } from "./stylesheet";
import { workbookOf } from "./workbook-part";

/** Ends the carrying out of an edit. Caught in one place, where it becomes the edit's outcome. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${refusal.kind}`);
    this.name = "Refused";
  }
}

export class Draft {
  #package: ZipPackage;
  readonly #stylesPart: string;
  readonly #styles: Stylesheet;
  readonly #freshFormats: FormatMap;
  readonly #changes: BookChange[] = [];
  /** A formula went, or a sheet did: the order of calculation that the file may hold is no longer true. */
  formulaGone = false;
  /** Names of sheets and tables that went: formulas may still call them. */
  readonly lostSheets = new Set<string>();
  readonly lostTables = new Set<string>();
  /** Sheets of which copies were made: what no design can say of them lives on there. */
  readonly copiedSheets = new Set<string>();
  readonly lostColumns: { readonly table: string; readonly header: string }[] = [];

  private constructor(
    pkg: ZipPackage,
    stylesPart: string,
    styles: Stylesheet,
    /** What the edit's designs were made into. */
    readonly fresh: FreshSheets,
    /** See `lostPartNames`. */
    readonly lostParts: ReadonlySet<string>,
    /** Held until the edit is done, so that nothing has to be unpacked a second time. */
    readonly known: readonly object[],
  ) {
    this.#package = pkg;
    this.#stylesPart = stylesPart;
    this.#styles = styles;
    this.#freshFormats = styles.absorb(fresh.package.text("xl/styles.xml"));
  }

  /** Begins a change of `before` that brings in what these designs say. */
  static async begin(before: ZipPackage, designs: readonly SheetDesign[]): Promise<Draft> {
    refuseMixedSheets(before);
    const { pkg, part } = withStyles(before);
    const styles = new Stylesheet(pkg.text(part));
    const known = before.known();
    const fresh = await makeSheets(designs, styles.defaultFont, valuesOf(before, designs));
    return new Draft(pkg, part, styles, fresh, lostPartNames(before), known);
  }

  get package(): ZipPackage {
    return this.#package;
  }

  get changes(): readonly BookChange[] {
    return this.#changes;
  }

  /** Takes over a package that was derived from the present one. */
  become(pkg: ZipPackage): void {
    this.#package = pkg;
  }

  set(part: string, content: string | Uint8Array | null): void {
    this.#package = this.#package.with(new Map([[part, content]]));
  }

  /** A design's format as an index of the workbook's cell formats. */
  formatOf(format: CellFormat | undefined): number {
    return this.#freshFormats.cell(this.fresh.formatOf(format));
  }

  /** Where a differential format of the new sheets stands in the workbook. */
  differentialFormat(index: number): number {
    return this.#freshFormats.differential(index);
  }

  /** The cell format that is as `base` but for its number format. */
  withNumberFormat(base: number, code: string): number {
    return this.#styles.withNumberFormat(base, code);
  }

  changed(sheet: string, area: BookChange["area"]): void {
    this.#changes.push({ sheet, area, ours: true });
  }

  /** The package with the formats that were added. */
  finished(): ZipPackage {
    const text = this.#styles.text();
    return this.#styles.isChanged ? this.#package.with(new Map([[this.#stylesPart, text]])) : this.#package;
  }
}

/** A workbook may come without a part for its formats; then it gets the one of a new workbook, where it was to be. */
function withStyles(before: ZipPackage): { pkg: ZipPackage; part: string } {
  const workbook = workbookOf(before);
  const present = relatedPart(before, workbook.relationships, "styles");
  if (present !== null) return { pkg: before, part: present };
  const lost = workbook.relationships.find((one) => one.part !== null && isOfType(one, "styles"))?.part;
  const part =
    lost ?? freePartName(before, workbook.name.replace(/[^/]*$/, "styles.xml"), lostPartNames(before));
  let pkg = before.with(new Map([[part, emptyWorkbookParts["xl/styles.xml"]!]]));
  if (lost === undefined) {
    const id = freeRelationshipId(workbook.relationships.map((one) => one.id));
    pkg = withRelationships(pkg, workbook.name, [{ id, type: `${officeRelations}/styles`, part }]);
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
  return {
    pkg: contentTypeOf(pkg, part) === type ? pkg : withContentTypes(pkg, [{ part, type }], [part]),
    part,
  };
}

/** Sheets are told apart by their numbers: each must have one of its own. */
function refuseMixedSheets(pkg: ZipPackage): void {
  const { name, sheets } = workbookOf(pkg);
  const ids = sheets.map(({ sheetId }) => sheetId);
  if (ids.some((id, i) => !Number.isInteger(id) || ids.indexOf(id) !== i))
    throw new UnsupportedFile("damaged", name);
}
