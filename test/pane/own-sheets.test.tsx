/** “Trang tính của bạn” as a person meets it: found, opened, changed by hand, kept in the workbook, taken back. */
import "./encoders";
import "@testing-library/jest-dom";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { XlsxBook } from "../../src/hosts/xlsx";
import { PaneSession } from "../../src/faces/pane";
import { View, Work } from "../../src/faces/pane/places/check";
import { lookAtOwnSheets } from "../../src/tasks";

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

const rows: (string | number)[][] = [
  ["DANH SÁCH HỘ ĐƯỢC HỖ TRỢ ĐẤT Ở"],
  ["STT", "Chủ hộ", "Cột 1", "Số CCCD", "Dân tộc", "Xóm", "Kinh phí"],
  [1, "Lý Văn Páo", 1980, "019080100001", "Mông", "Làng Mười", 40],
  [2, "Hoàng Thị Mai", 1985, "019185100002", "Tày", "Đoàn Kết", 40],
];

async function open(locale: "vi" | "en" = "vi") {
  const book = XlsxBook.create();
  const cells = rows.flatMap((line, row) => line.map((content, column) => ({ row, column, content })));
  const design = { name: "DS hộ", visibility: "visible" as const, columns: [], cells };
  const letter = {
    ...design,
    name: "Công văn",
    cells: [{ row: 0, column: 0, content: "Kính gửi: Phòng Kinh tế" }],
  };
  const made = await book.apply(
    {
      task: "test",
      operations: [
        { kind: "createSheet", design },
        { kind: "createSheet", design: letter },
      ],
    },
    { at: "2025-08-20T08:00:00.000Z" },
  );
  if (!made.done) throw new Error(JSON.stringify(made.refusal));
  const session = new PaneSession({
    book,
    locale,
    now: () => new Date("2025-08-20T08:00:00Z"),
    samplePlan: () => Promise.reject(new Error("no plan here")),
    theme: "light",
    handOver: () => Promise.resolve() as never,
    selection: { selected: () => Promise.resolve(null), watchSelection: () => () => undefined } as never,
  });
  await session.start();
  render(
    <FluentProvider theme={webLightTheme}>
      <View session={session} work={new Work(session)} />
    </FluentProvider>,
  );
  return { book, session, person: userEvent.setup() };
}

async function lookedAt() {
  const opened = await open();
  await opened.person.click(screen.getByRole("button", { name: "Trang tính của bạn" }));
  await opened.person.click(screen.getByRole("button", { name: "Tìm trang tính của tôi" }));
  await opened.person.click(await screen.findByRole("button", { name: /^DS hộ: danh sách hộ/ }));
  return opened;
}

const field = (name: RegExp) => screen.getByRole("combobox", { name });

test("a workbook without our sheets offers to check what it has, and says how it reads each column", async () => {
  await lookedAt();
  expect(screen.getByRole("button", { name: /^Công văn: chưa rõ là gì/ })).toBeInTheDocument();
  expect(field(/^Đọc như/)).toHaveDisplayValue("danh sách hộ");
  expect(field(/^Cột B – Chủ hộ/)).toHaveDisplayValue("Họ và tên chủ hộ");
  expect(field(/^Cột C – Cột 1/)).toHaveDisplayValue("(không dùng)");
  expect(field(/^Cột G – Kinh phí/)).toHaveAccessibleDescription(/Nên xem lại \(\d+%\)/);
  expect(field(/^Đơn vị tính/)).toHaveDisplayValue("triệu đồng");
  expect(screen.getByRole("textbox", { name: "Nội dung hỗ trợ" })).toHaveValue("Đất ở");
});

test("what is changed by hand is kept in the workbook as one edit, and taken back as one", async () => {
  const { book, session, person } = await lookedAt();
  await person.selectOptions(field(/^Cột C – Cột 1/), "Ngày sinh");
  await person.selectOptions(field(/^Đơn vị tính/), "nghìn đồng");
  await person.type(screen.getByRole("textbox", { name: "Mã dự án" }), "DA1");
  await person.click(screen.getByRole("button", { name: "Lưu cách đọc" }));
  expect(session.state().notice).toMatchObject({ intent: "success" });
  const [kept] = (await lookAtOwnSheets(book)).mappings;
  expect(kept).toMatchObject({ confirmed: true, unit: "nghìn đồng" });
  expect(kept!.columns.find((column) => column.field === "Ngày sinh")!.header).toBe("Cột 1");
  expect(kept!.constants).toContainEqual({ field: "Mã dự án", value: "DA1", confidence: 1 });
  expect(screen.getByRole("button", { name: /^DS hộ.*Bạn đã xác nhận/ })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Lưu cách đọc" })).toBeDisabled();

  expect(session.state().done.map((task) => task.entry.task)).toEqual(["mapping"]);
  await act(() => session.undoLast());
  expect((await lookAtOwnSheets(book)).mappings[0]!.confirmed).toBe(false);
});

test("a field belongs to one column; a sheet may be left alone, and the choice is kept", async () => {
  const { book, person } = await lookedAt();
  await person.selectOptions(field(/^Cột C – Cột 1/), "Họ và tên chủ hộ");
  expect(field(/^Cột B – Chủ hộ/)).toHaveDisplayValue("(không dùng)");
  await person.click(screen.getByRole("checkbox", { name: "Kiểm tra trang này" }));
  await person.click(screen.getByRole("button", { name: "Lưu cách đọc" }));
  expect((await lookAtOwnSheets(book)).leftAlone).toEqual(["DS hộ"]);
  expect(screen.getByRole("button", { name: "DS hộ: không kiểm tra" })).toBeInTheDocument();
});

test("a sheet that is not known can be said to be one; without a header the reason is told", async () => {
  const { session, person } = await lookedAt();
  await person.click(screen.getByRole("button", { name: /^Công văn/ }));
  const panel = screen
    .getByRole("button", { name: /^Công văn/ })
    .closest(".fui-AccordionItem") as HTMLElement;
  await person.selectOptions(within(panel).getByRole("combobox", { name: "Đọc như" }), "sổ giải ngân");
  expect(session.state().notice).toMatchObject({ intent: "warning" });
  expect(session.state().notice!.text).toContain("Công văn");
});

test("in English nothing of it is Vietnamese but the sheets' own words", async () => {
  await open("en");
  expect(screen.getByRole("button", { name: "Your sheets" })).toBeInTheDocument();
});
