/** The contents that households of `tblHo` receive, as forms about households list them. */
import type { WorkbookTables } from "../layout";
import { combinations, criteriaOf } from "./combinations";
import { nativeText, textKey, type Criterion } from "./criterion";
import type { Selection } from "./projects";

export const HOUSEHOLDS = "tblHo";
const HEADERS = ["Mã dự án", "Nội dung hỗ trợ"] as const;

export interface SupportedContent {
  /** As the cells have them. */
  readonly project: string;
  readonly name: string;
  /** Another project has a content of this name. */
  readonly ambiguous: boolean;
  readonly where: readonly Criterion[];
  /** Data rows of `tblHo`, from 0. */
  readonly rows: readonly number[];
}

/** In the order of the plan's projects and of their contents in `tblNoiDung`; contents that are not there come last. */
export function supportedContents(tables: WorkbookTables, selection: Selection): SupportedContent[] {
  const found = combinations(tables, HOUSEHOLDS, HEADERS, [selection.any(HEADERS[0])]);
  const projects = new Map(selection.projects.map((project, index) => [textKey(project.code), index]));
  const listed = tables.table("tblNoiDung");
  const contents = new Map<string, number>();
  for (let row = 0; row < (listed?.rowCount ?? 0); row += 1) {
    const key = `${textKey(listed!.column("Mã dự án")[row]!)}\n${textKey(listed!.column("Tên ngắn")[row]!)}`;
    if (!contents.has(key)) contents.set(key, row);
  }
  const place = (texts: readonly string[]) => [
    projects.get(textKey(texts[0]!)) ?? projects.size,
    contents.get(texts.map(textKey).join("\n")) ?? contents.size,
  ];
  // The plan's spelling, where the cells differ from it in case.
  const listedName = (texts: readonly string[]): string | null => {
    const row = contents.get(texts.map(textKey).join("\n"));
    return row === undefined ? null : nativeText(listed!.column("Tên ngắn")[row] ?? null);
  };
  const names = found.map(({ texts }) => textKey(texts[1]!));
  return found
    .map((one) => ({
      project: one.texts[0]!,
      name: listedName(one.texts) ?? one.texts[1]!,
      ambiguous: names.filter((name) => name === textKey(one.texts[1]!)).length > 1,
      where: criteriaOf(HEADERS, one),
      rows: one.rows,
      place: place(one.texts),
    }))
    .sort((a, b) => a.place[0]! - b.place[0]! || a.place[1]! - b.place[1]!);
}

export function contentTitle({ name, project, ambiguous }: SupportedContent): string {
  const title = name.trim() === "" ? "(Chưa ghi nội dung)" : name;
  return ambiguous ? `${title} (${project})` : title;
}
