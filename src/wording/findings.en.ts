/** The rules' findings in English; sheet and column names stay Vietnamese. No sentence holds a semicolon. */
import type { FindingWords } from "./findingWords";
import { householdFindings } from "./householdFindings.en";

const listNames: Readonly<Record<string, string>> = {
  tblXom: "villages",
  tblDonVi: "units",
  tblDanToc: "ethnic groups",
  tblDinhMuc: "norms",
  tblDuAn: "projects (sheet Kế hoạch)",
  tblNoiDung: "contents (sheet Nội dung)",
};
const listName = (table: string): string => listNames[table] ?? table;

export const findingsEn: FindingWords = {
  "structure/missing-column": {
    title: "Missing column",
    message: ({ header, ownSheet }) =>
      ownSheet
        ? `No column of this sheet is read as “${header}”, point one out or give one value for the sheet under “Your sheets”.`
        : `The table lacks the required column “${header}”, add it under this very name.`,
  },
  "structure/duplicate-column": {
    title: "Duplicate column",
    message: ({ header, columns }) =>
      `${columns.length} columns are called “${header}” (columns ${columns.join(", ")}), keep one and rename the other.`,
  },
  "structure/merged-cells": {
    title: "Merged cells in the data",
    message: ({ area }) =>
      `${area} is merged within the data, so cells lost their values, unmerge it and fill each row.`,
  },
  "structure/subtotal-row": {
    title: "Total row among the data",
    message: ({ label }, say) =>
      `The row ${say.quote(label)} is a total among the data and would be counted twice, delete it.`,
  },
  "structure/not-calculated": {
    title: "Formulas not calculated",
    message: ({ cells }) =>
      `The sheet has ${cells} formulas without values, open it in Excel, press F9 and save.`,
  },
  "list/empty": {
    title: "Empty list",
    message: ({ list }) =>
      `The list of ${listName(list)} has no rows, so nothing is compared with it, fill the list.`,
  },
  "list/unknown-value": {
    title: "Value not in its list",
    message: ({ value, suggestion, list, options }, say) => {
      if (suggestion !== null)
        return `${say.quote(value)} is not in the list, is ${say.quote(suggestion)} meant?`;
      if (list === null) return `${say.quote(value)} is not allowed here, only ${options.join(", ")}.`;
      if (list === "tblNoiDung")
        return `${say.quote(value)} is no content's short name in this project, choose again.`;
      return `${say.quote(value)} is not in the list of ${listName(list)}, choose again or add it on sheet Danh mục.`;
    },
    fix: ({ suggestion }) => `Change to “${suggestion ?? ""}”`,
  },
  "required/missing": {
    title: "Required cell is empty",
    message: (_params, _say, { column }) => `The row has data but no ${column}, enter it.`,
  },
  "type/number": {
    title: "Not a number",
    message: ({ text, reason }, say) =>
      reason === "tooLarge"
        ? `${say.quote(text)} is too large for a figure, perhaps a code or an account number in the wrong column.`
        : `${say.quote(text)} cannot be read as a number, type it in digits.`,
  },
  "type/date": {
    title: "Not a date",
    message: ({ text }, say) => `${say.quote(text)} is no real date, type it as day/month/year.`,
  },
  "number/text-number": {
    title: "Number typed as text",
    message: ({ text, value }, say) =>
      value === null
        ? `${say.quote(text)} is text with two readings (decimal or thousands sign), type it as a number.`
        : `The number is text (${say.quote(text)}) and does not count in sums, change it to ${say.number(value)}.`,
    fix: ({ value }, say) => `Change to the number ${value === null ? "" : say.number(value)}`,
  },
  "number/sub-dong": {
    title: "Fraction of a đồng",
    message: ({ amount }, say) => `${say.number(amount)} ${say.unit} holds less than a đồng, round it.`,
  },
  "number/percent-scale": {
    title: "Share typed as percent",
    message: ({ written, value }, say) =>
      `${say.number(written)} is read as ${say.percent(value)}, write ${say.number(value)}.`,
    fix: ({ value }, say) => `Change to ${say.number(value)}`,
  },
  "date/text-date": {
    title: "Date typed as text",
    message: ({ text, iso }, say) =>
      `The date is text (${say.quote(text)}) and neither sorts nor counts, change it to ${say.date(iso)}.`,
    fix: ({ iso }, say) => `Change to the date ${say.date(iso)}`,
  },
  "text/legacy-encoding": {
    title: "Old fonts (TCVN3, VNI)",
    message: ({ text, proposal }, say) =>
      `${say.quote(text)} seems typed in TCVN3 or VNI, perhaps ${say.quote(proposal)}, type it in Unicode.`,
  },
  "text/not-nfc": {
    title: "Decomposed Unicode",
    message: ({ text }, say) =>
      `${say.quote(text)} has its marks apart from its letters, so searches miss it, compose it.`,
    fix: () => "Compose the letters",
  },
  "text/stray-space": {
    title: "Stray spaces",
    message: ({ text }, say) =>
      `${say.quote(text)} has spaces too many, so comparisons miss it, remove them.`,
    fix: () => "Remove the stray spaces",
  },
  "budget/unknown-project": {
    title: "Project not in the plan",
    message: ({ project, suggestion }, say) =>
      suggestion === null
        ? `Project ${say.quote(project)} is not on sheet Kế hoạch, choose again.`
        : `Project ${say.quote(project)} is not on sheet Kế hoạch, is ${say.quote(suggestion)} meant?`,
    fix: ({ suggestion }) => `Change to “${suggestion ?? ""}”`,
  },
  "budget/split-mismatch": {
    title: "Total is not the sum of its sources",
    message: ({ total, parts, difference }, say) =>
      `The total ${say.money(total)} is ${difference > 0 ? "above" : "below"} NSTW, NSĐP and Vốn khác together (${say.money(parts)}) by ${say.money(Math.abs(difference))}.`,
  },
  "budget/split-rounding": {
    title: "Rounding difference",
    message: ({ parts, difference }, say) =>
      `The total differs from its sources (${say.money(parts)}) by ${say.money(Math.abs(difference))}, within rounding.`,
  },
  "budget/rollup-mismatch": {
    title: "Budget does not match the plan",
    message: ({ project, source, planned, budgeted, difference }, say) =>
      `The budget lines of ${project} for this year have ${say.money(budgeted)} of ${source}, the plan ${say.money(planned)}: ${say.money(Math.abs(difference))} too ${difference > 0 ? "much" : "little"}.`,
  },
  "budget/negative-amount": {
    title: "Negative amount",
    message: ({ amount }, say) =>
      `An amount below zero (${say.money(amount)}) cannot stand here, check the sign or choose the right kind of row.`,
  },
  "budget/counterpart-below-minimum": {
    title: "Local share below the minimum",
    message: ({ local, minimum, shortage, ratio }, say, { law }) =>
      `NSĐP ${say.money(local)} is below the minimum of ${say.money(minimum)} (${say.percent(ratio)} of NSTW, ${law}) by ${say.money(shortage)}.`,
  },
  "budget/counterpart-outlier": {
    title: "Unusual local share",
    message: ({ ratio, median }, say) =>
      `The local share ${say.percent(ratio)} is far from the other projects' (median ${say.percent(median)}), check NSTW and NSĐP.`,
  },
  "budget/programme-code-mismatch": {
    title: "Plan and programme number the project differently",
    message: ({ code, programmeCode }) =>
      `The plan says ${code}, the programme ${programmeCode}, both are kept and reports carry ${programmeCode}.`,
  },
  "budget/unit-slip": {
    title: "Perhaps the wrong unit",
    message: ({ amount, usual, reason, times }, say) => {
      if (reason === "projectTotal") {
        return `${say.money(amount)} is ${say.number(times)} times the project's total (${say.money(usual)}), perhaps the wrong unit.`;
      }
      const compared =
        times > 1 ? `about ${say.number(times)} times` : `about 1/${say.number(Math.round(1 / times))} of`;
      return `${say.money(amount)} is ${compared} what is usual for this content (${say.money(usual)}), perhaps the wrong unit.`;
    },
  },
  "budget/capital-type-undecided": {
    title: "Capital type undecided",
    message: ({ project }) =>
      `${project === "" ? "This line" : project} has no capital type yet, choose Đầu tư or Sự nghiệp once it is decided.`,
  },
  "budget/capital-type-mixed": {
    title: "Capital type not for this content",
    message: ({ content, capitalType, allowed }, say) =>
      `Content ${say.quote(content)} is paid from ${say.plain(allowed)}, this row says ${capitalType}, check the capital type.`,
  },
  "disbursement/exceeds-allocation": {
    title: "More paid than allocated",
    message: ({ project, source, capitalType, year, paid, allocation, excess }, say) =>
      `${project} paid ${say.money(paid)} of ${source} (${capitalType ?? "all capital types"}, ${year}) of ${say.money(allocation)} allocated, ${say.money(excess)} too much.`,
  },
  "disbursement/outside-period": {
    title: "Outside the payment period",
    message: ({ date, year, from, to }, say) =>
      `${say.date(date)} is outside the period of ${year} money (${from === null ? "" : `from ${say.date(from)} `}to ${say.date(to)}), check date or year.`,
  },
  "disbursement/duplicate-voucher": {
    title: "Duplicate voucher",
    message: ({ number, amount, otherRow }, say) =>
      `Voucher ${say.quote(number)} equals row ${otherRow} (date, content, source, recipient, ${say.money(amount)}), delete it if entered twice.`,
  },
  "disbursement/recovery-exceeds-advance": {
    title: "More recovered than advanced",
    message: ({ project, source, recovered, advanced, excess }, say) =>
      `${project} recovered ${say.money(recovered)} of ${source} but advanced ${say.money(advanced)}, ${say.money(excess)} too much.`,
  },
  "work/unknown": {
    title: "Unknown work",
    message: ({ work, suggestion }, say) =>
      suggestion === null
        ? `Work ${say.quote(work)} is not on sheet Công trình, choose again or add it.`
        : `Work ${say.quote(work)} is not on sheet Công trình, is ${say.quote(suggestion)} meant?`,
    fix: ({ suggestion }) => `Change to “${suggestion ?? ""}”`,
  },
  "work/plan-exceeds-investment": {
    title: "Plan above the total investment",
    message: ({ work, planned, investment, excess }, say) =>
      `Work ${say.quote(work)} is planned ${say.money(planned)}, above its total investment ${say.money(investment)} by ${say.money(excess)}.`,
  },
  "work/paid-exceeds-accepted": {
    title: "More paid than accepted",
    message: ({ work, paid, accepted, excess }, say) =>
      `Work ${say.quote(work)} was paid ${say.money(paid)} (advances apart), accepted ${say.money(accepted)}, ${say.money(excess)} too much.`,
  },
  ...householdFindings,
};
