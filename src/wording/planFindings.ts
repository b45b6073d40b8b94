/** What is wrong in a plan document, in words. Its amounts are said in triệu đồng, as plans write them. */
import type { Finding } from "../domain";
import type { PlanFlaw } from "../plan";
import type { Locale } from "./locale";
import { sayIn, type Say } from "./say";

/** A flaw's params as its sentence needs them. */
interface Told {
  readonly say: Say;
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string;
  readonly money: (name: string) => string;
  /** The amount without its sign. */
  readonly size: (name: string) => string;
  readonly percent: (name: string) => string;
  readonly number: (name: string) => number;
  readonly source: string;
  /** "Dự án DA1" or nothing. */
  readonly project: string;
}

type PlanWords = Readonly<Record<string, (told: Told) => string>>;

const sourcesVi: Readonly<Record<string, string>> = {
  total: "Tổng vốn",
  central: "NSTW",
  local: "NSĐP",
  other: "Vốn khác",
};
const sourcesEn: Readonly<Record<string, string>> = {
  total: "Total",
  central: "NSTW",
  local: "NSĐP",
  other: "Vốn khác",
};
const headVi: Readonly<Record<string, string>> = {
  number: "số kế hoạch",
  date: "ngày ban hành",
  commune: "tên xã",
  year: "năm kế hoạch",
};
const headEn: Readonly<Record<string, string>> = {
  number: "number",
  date: "date",
  commune: "commune",
  year: "year",
};

const vi: PlanWords = {
  "plan/unreadable-amount": ({ say, text, source, project, has, money }) => {
    const why: Readonly<Record<string, string>> = {
      "no-unit": "không có đơn vị tính",
      ambiguous: "có hai cách hiểu",
      words: "viết bằng chữ",
      damaged: "không đọc được",
    };
    const proposal = has("proposal") ? `, có thể là ${money("proposal")}` : "";
    return `${project}${source} ${say.quote(text("text"))} ${why[text("reason")] ?? "không đọc được"}${proposal}, cần nhập tay sau khi chèn.`;
  },
  "plan/missing-total": ({ project, has, money }) =>
    `${project}kế hoạch không ghi tổng vốn${has("proposal") ? `, các nguồn cộng lại là ${money("proposal")}` : ""}, cần bổ sung.`,
  "plan/missing-lead-unit": ({ project }) =>
    `${project}không thấy đơn vị chủ trì, cần chọn ở trang Kế hoạch sau khi chèn.`,
  "plan/duplicate-project": ({ project, number }) =>
    `${project}đã có ở dòng ${number("firstRow")}, phần sau không được cộng thêm, cần kiểm tra văn bản.`,
  "plan/unknown-project": ({ project, say, text }) =>
    `${project}tên ${say.quote(text("title"))} không giống dự án nào của chương trình, cần nhập Mã chương trình.`,
  "plan/unnumbered-project": ({ project, say, text }) =>
    `${project}${say.quote(text("title"))} không có số trong kế hoạch, mã do phần mềm đặt theo thứ tự.`,
  "plan/conflicting-amount": ({ project, source, money, number }) =>
    `${project}${source} ghi ${money("second")} nhưng dòng ${number("firstRow")} ghi ${money("first")}, đã dùng số ghi trước.`,
  "plan/total-mismatch": ({ project, source, money, size, number }) =>
    `${project}${source} của cả kế hoạch ghi ${money("stated")}, các phần cộng lại ${money("sum")}, ${number("difference") > 0 ? "thừa" : "thiếu"} ${size("difference")}.`,
  "plan/amount-words-mismatch": ({ project, money }) =>
    `${project}số tiền ${money("amount")} khác số ghi bằng chữ ${money("inWords")}, đã dùng số ghi bằng số.`,
  "plan/missing-head": ({ text }) =>
    `Không thấy ${headVi[text("field")] ?? text("field")} trong văn bản, cần nhập ở trang Danh mục sau khi chèn.`,
  "plan/unread-column": ({ say, text }) =>
    `Cột ${say.quote(text("header"))} của bảng không rõ nghĩa nên chưa đọc, cần kiểm tra bảng.`,
  "plan/unread-row": ({ say, text }) =>
    `Dòng ${say.quote(text("text"))} có số tiền nhưng không rõ thuộc dự án nào nên chưa đọc.`,
  "budget/split-mismatch": ({ project, money, size, number }) =>
    `${project}tổng vốn ${money("total")} ${number("difference") > 0 ? "lớn hơn" : "nhỏ hơn"} các nguồn cộng lại (${money("sum")}), chênh ${size("difference")}.`,
  "budget/split-rounding": ({ project, money, size }) =>
    `${project}tổng vốn lệch ${size("difference")} so với các nguồn cộng lại (${money("sum")}), trong sai số làm tròn.`,
  "budget/rollup-mismatch": ({ project, has, say, text, money, size, number }) =>
    `${project}${has("content") ? `${say.quote(text("content"))} ` : ""}ghi ${money("stated")} nhưng các nội dung cộng lại ${money("sum")}, ${number("difference") > 0 ? "thừa" : "thiếu"} ${size("difference")}.`,
  "budget/negative-amount": ({ project, source, money }) =>
    `${project}${source} ghi số âm (${money("amount")}), cần kiểm tra lại văn bản.`,
  "budget/counterpart-below-minimum": ({ project, money, percent }) =>
    `${project}NSĐP ${money("local")} thấp hơn mức đối ứng tối thiểu ${money("required")} (${percent("ratio")} NSTW, Quyết định 39/2021/QĐ-TTg, Điều 6).`,
  "budget/counterpart-outlier": ({ project, percent }) =>
    `${project}tỷ lệ đối ứng ${percent("ratio")} khác xa mức trung vị của các dự án khác (${percent("median")}), nên kiểm tra lại.`,
  "budget/programme-code-mismatch": ({ text }) =>
    `Kế hoạch ghi ${text("project")}, chương trình là ${text("programmeCode")}, sổ giữ cả hai và báo cáo dùng ${text("programmeCode")}.`,
};

const en: PlanWords = {
  "plan/unreadable-amount": ({ say, text, source, project, has, money }) => {
    const why: Readonly<Record<string, string>> = {
      "no-unit": "has no unit",
      ambiguous: "has two readings",
      words: "is written in words",
      damaged: "cannot be read",
    };
    const proposal = has("proposal") ? `, perhaps ${money("proposal")}` : "";
    return `${project}${source} ${say.quote(text("text"))} ${why[text("reason")] ?? "cannot be read"}${proposal}, enter it by hand.`;
  },
  "plan/missing-total": ({ project, has, money }) =>
    `${project}the plan states no total${has("proposal") ? `, its sources add up to ${money("proposal")}` : ""}, add it.`,
  "plan/missing-lead-unit": ({ project }) => `${project}no lead unit was found, choose it on sheet Kế hoạch.`,
  "plan/duplicate-project": ({ project, number }) =>
    `${project}stands in line ${number("firstRow")} already, the later part is not added, check the plan.`,
  "plan/unknown-project": ({ project, say, text }) =>
    `${project}${say.quote(text("title"))} is like no project of the programme, enter Mã chương trình.`,
  "plan/unnumbered-project": ({ project, say, text }) =>
    `${project}${say.quote(text("title"))} has no number in the plan, its code follows the order.`,
  "plan/conflicting-amount": ({ project, source, money, number }) =>
    `${project}${source} is ${money("second")} here but ${money("first")} in line ${number("firstRow")}, the first is used.`,
  "plan/total-mismatch": ({ project, source, money, size, number }) =>
    `${project}${source} is stated as ${money("stated")}, the parts add up to ${money("sum")}, ${size("difference")} too ${number("difference") > 0 ? "much" : "little"}.`,
  "plan/amount-words-mismatch": ({ project, money }) =>
    `${project}the amount ${money("amount")} differs from its words ${money("inWords")}, the figure is used.`,
  "plan/missing-head": ({ text }) =>
    `The plan's ${headEn[text("field")] ?? text("field")} was not found, enter it on sheet Danh mục.`,
  "plan/unread-column": ({ say, text }) =>
    `The table's column ${say.quote(text("header"))} is not understood and was not read.`,
  "plan/unread-row": ({ say, text }) =>
    `The row ${say.quote(text("text"))} has amounts but belongs to no project that was found.`,
  "budget/split-mismatch": ({ project, money, size, number }) =>
    `${project}the total ${money("total")} is ${number("difference") > 0 ? "above" : "below"} its sources together (${money("sum")}) by ${size("difference")}.`,
  "budget/split-rounding": ({ project, money, size }) =>
    `${project}the total differs from its sources (${money("sum")}) by ${size("difference")}, within rounding.`,
  "budget/rollup-mismatch": ({ project, has, say, text, money, size, number }) =>
    `${project}${has("content") ? `${say.quote(text("content"))} ` : ""}states ${money("stated")} but its contents add up to ${money("sum")}, ${size("difference")} too ${number("difference") > 0 ? "much" : "little"}.`,
  "budget/negative-amount": ({ project, source, money }) =>
    `${project}${source} is below zero (${money("amount")}), check the plan.`,
  "budget/counterpart-below-minimum": ({ project, money, percent }) =>
    `${project}NSĐP ${money("local")} is below the minimum of ${money("required")} (${percent("ratio")} of NSTW, Decision 39/2021/QĐ-TTg, article 6).`,
  "budget/counterpart-outlier": ({ project, percent }) =>
    `${project}the local share ${percent("ratio")} is far from the other projects' (median ${percent("median")}), check it.`,
  "budget/programme-code-mismatch": ({ text }) =>
    `The plan says ${text("project")}, the programme ${text("programmeCode")}, both are kept and reports carry ${text("programmeCode")}.`,
};

const words: Readonly<Record<Locale, PlanWords>> = { vi, en };

/** The codes that have words, in both languages. */
export const planFindingCodes: readonly string[] = Object.keys(vi).filter((code) => code in en);

export function wordPlanFlaw(flaw: PlanFlaw, locale: Locale = "vi"): Finding {
  const { code, severity, row, params } = flaw;
  const sentence = words[locale][code];
  if (!sentence) throw new Error(`no words for ${code}`);
  const message = sentence(told(flaw, locale));
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return {
    code,
    severity,
    sheet: null,
    table: null,
    cell: null,
    column: null,
    row,
    message: capital,
    params,
    fix: null,
  };
}

function told({ code, params }: PlanFlaw, locale: Locale): Told {
  const say = sayIn(locale, "triệu đồng");
  const number = (name: string): number => {
    const value = params[name];
    if (typeof value !== "number") throw new Error(`${code} has no number ${name}`);
    return value;
  };
  const text = (name: string): string => String(params[name] ?? "");
  const project = text("project");
  return {
    say,
    number,
    text,
    has: (name) => (params[name] ?? null) !== null,
    money: (name) => say.money(number(name)),
    size: (name) => say.money(Math.abs(number(name))),
    percent: (name) => say.percent(number(name)),
    source: (locale === "vi" ? sourcesVi : sourcesEn)[text("source")] ?? text("source"),
    project: project === "" ? "" : `${say.plain(project)}: `,
  };
}
