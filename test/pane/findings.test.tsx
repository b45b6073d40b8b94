/** The list of findings as a person meets it: by keyboard, searched, and refreshed while they work in it. */
import "@testing-library/jest-dom";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { Book } from "../../src/book";
import type { Finding } from "../../src/domain";
import { PaneSession } from "../../src/faces/pane";
import { View, Work } from "../../src/faces/pane/places/check";
import { emptyResult } from "./emptyResult";

beforeAll(() => {
  // jsdom lays nothing out: the list takes every row for as high as this.
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { get: () => 40 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { get: () => 320 });
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 320, 40);
  Element.prototype.scrollTo = () => undefined;
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

const revealed: string[] = [];
const book: Book = {
  read: () => Promise.reject(new Error("nothing is read here")),
  apply: () => Promise.reject(new Error("nothing is written here")),
  watch: () => () => undefined,
  reveal: ({ sheet, area }) => {
    revealed.push(`${sheet} ${area.row} ${area.column}`);
    return Promise.resolve();
  },
};

function finding(index: number, more: Partial<Finding> = {}): Finding {
  return {
    code: "number/text-number",
    severity: "error",
    sheet: "Hộ thụ hưởng",
    table: "tblHo",
    cell: `O${index + 5}`,
    column: "NSTW",
    row: index + 5,
    message: `“${index}” là chữ, không phải số.`,
    params: {},
    fix: { title: "Sửa", value: index },
    ...more,
  };
}

const few: readonly Finding[] = [
  finding(0),
  finding(1),
  finding(2, {
    code: "household/priority",
    severity: "info",
    cell: "E9",
    column: "Dân tộc",
    message: "Hộ người Lô Lô được ưu tiên.",
    fix: null,
  }),
];

function open(findings: readonly Finding[]) {
  revealed.length = 0;
  const session = new PaneSession({
    book,
    locale: "vi",
    now: () => new Date(0),
    samplePlan: () => Promise.reject(new Error("no plan here")),
    theme: "light",
    handOver: () => Promise.resolve() as never,
    selection: { selected: () => Promise.resolve(null), watchSelection: () => () => undefined } as never,
  });
  const work = new Work(session);
  const show = (list: readonly Finding[], stale = false): void =>
    session.set({
      workbook: { ours: true, sheets: [], plan: null, reports: [] },
      checked: { result: emptyResult(list), stale },
    });
  show(findings);
  render(
    <FluentProvider theme={webLightTheme}>
      <View session={session} work={work} />
    </FluentProvider>,
  );
  return { session, work, show: (list: readonly Finding[], stale = false) => act(() => show(list, stale)) };
}

const list = () => screen.getByRole("list", { name: "Kết quả kiểm tra" });

test("counts, groups by sheet and rule, and says how many are shown", () => {
  open(few);
  expect(screen.getByText(/2 lỗi, 0 cảnh báo, 1 thông tin/)).toBeVisible();
  expect(within(list()).getByRole("button", { name: /Hộ thụ hưởng.*Số ở dạng chữ/ })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  expect(screen.getByText("Đang xem 3 trong 3 kết quả")).toBeVisible();
});

test("three thousand findings: few are drawn, all are counted, and the last can be reached by keyboard", async () => {
  const user = userEvent.setup();
  open(Array.from({ length: 3000 }, (_unused, index) => finding(index)));
  const drawn = within(list()).getAllByRole("listitem");
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]).toHaveAttribute("aria-setsize", "3001");
  act(() =>
    within(list())
      .getByRole("button", { name: /Số ở dạng chữ/, expanded: true })
      .focus(),
  );
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toHaveTextContent("O5");
  await user.keyboard("{Enter}");
  expect(revealed).toEqual(["Hộ thụ hưởng 4 14"]);
  await user.keyboard("{End}");
  expect(document.activeElement).toHaveTextContent("O3004");
});

test("searching needs no diacritics", async () => {
  const user = userEvent.setup();
  open(few);
  await user.type(screen.getByRole("searchbox"), "uu tien lo lo");
  expect(await screen.findByText("Đang xem 1 trong 3 kết quả")).toBeVisible();
  expect(within(list()).queryByText(/là chữ/)).toBeNull();
});

test("next and previous lead from cell to cell, round the end", async () => {
  const user = userEvent.setup();
  open(few);
  await user.click(screen.getByRole("button", { name: "Kết quả sau" }));
  await user.click(screen.getByRole("button", { name: "Kết quả trước" }));
  expect(revealed).toEqual(["Hộ thụ hưởng 4 14", "Hộ thụ hưởng 8 4"]);
});

test("a refresh leaves the focus where it is; where its finding is gone it goes to the neighbour", async () => {
  const user = userEvent.setup();
  const { show } = open(few);
  act(() =>
    within(list())
      .getByRole("button", { name: /Số ở dạng chữ/, expanded: true })
      .focus(),
  );
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toHaveTextContent("O6");
  const focused = document.activeElement;
  show([finding(0), finding(1), finding(7), few[2]!]);
  expect(document.activeElement).toBe(focused);
  show([finding(0), few[2]!]);
  expect(list()).toContainElement(document.activeElement as HTMLElement);
  expect(document.activeElement).not.toHaveTextContent("O6");
});

test("“Vì sao?” tells reason, basis, columns and both examples", async () => {
  const user = userEvent.setup();
  open(few);
  await user.click(within(list()).getByRole("button", { name: "Vì sao? Cách sửa: Hộ thụ hưởng!E9" }));
  expect(screen.getByText(/Quyết định số 1227\/QĐ-TTg \(đã đọc nguồn thứ cấp\)/)).toBeVisible();
  expect(screen.getByText("Ví dụ bị báo")).toBeVisible();
  expect(screen.getByText("Ví dụ không bị báo")).toBeVisible();
  expect(screen.getByText(/Hộ thụ hưởng: Dân tộc, Giới tính, Thôn xóm/)).toBeVisible();
});

test("repairs are shown old and new before they are made", async () => {
  const user = userEvent.setup();
  const { work } = open(few);
  const made = jest.spyOn(work, "fix").mockResolvedValue();
  await user.click(screen.getByRole("checkbox", { name: "Chọn để sửa ô Hộ thụ hưởng!O6" }));
  await user.click(screen.getByRole("button", { name: "Sửa 1 chỗ đã chọn" }));
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByText(/\(để trống\) → 1/)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Sửa 1 ô" }));
  expect(made).toHaveBeenCalledWith([few[1]]);
});

test("an old result and a good one are said", () => {
  const { show } = open([]);
  expect(screen.getByText("Đã kiểm tra 7 dòng, không có lỗi.")).toBeVisible();
  show([], true);
  expect(screen.getByText(/kết quả dưới đây đã cũ/)).toBeVisible();
});
