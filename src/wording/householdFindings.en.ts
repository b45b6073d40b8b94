/** Findings about households and their numbers, in English. CCCD numbers are not repeated in sentences. */
import type { FindingWords } from "./findingWords";

type Codes = Extract<keyof FindingWords, `household/${string}` | `identity/${string}`>;

const withLaw = (law: string | null): string => (law === null ? "" : ` (${law})`);

export const householdFindings: Pick<FindingWords, Codes> = {
  "identity/format": {
    title: "Malformed identity number",
    message: ({ text }, say) => `${say.quote(text)} is no 12-digit CCCD number, enter it as on the card.`,
  },
  "identity/lost-leading-zero": {
    title: "Identity number lost its leading zeros",
    message: ({ text, padded }) =>
      padded === null
        ? `The CCCD number has ${text.replace(/\D/g, "").length} digits and zeros in front give no known province, enter it as on the card.`
        : `The CCCD number lost its leading zeros and has ${text.replace(/\D/g, "").length} digits, write all 12 as text.`,
    fix: () => "Put the leading zeros back",
  },
  "identity/old-number": {
    title: "Former 9-digit number",
    message: () => "This is a former 9-digit CMND number, replace it by the 12-digit CCCD number.",
  },
  "identity/gender-mismatch": {
    title: "Gender differs from the identity number",
    message: ({ inNumber, typed }, _say, { law }) =>
      `The fourth digit of the CCCD number says ${inNumber}, the gender column says ${typed} (${law}), check both.`,
  },
  "identity/birth-year-mismatch": {
    title: "Birth year differs from the identity number",
    message: ({ inNumber, typed }, _say, { law }) =>
      `The CCCD number says born in ${inNumber}, the birth date says ${typed} (${law}), check both.`,
  },
  "identity/unknown-province": {
    title: "Unknown province in the identity number",
    message: ({ code }) =>
      `The first three digits ${code} of the CCCD number are no province that is known, compare with the card.`,
  },
  "household/duplicate-id": {
    title: "One identity number for two persons",
    message: ({ name, otherName, otherRow }, say) =>
      `The CCCD number of ${say.quote(name)} is also that of ${say.quote(otherName)} in row ${otherRow}, compare with the cards.`,
  },
  "household/duplicate-person": {
    title: "Perhaps one person twice",
    message: ({ otherName, otherRow, nameSlips, likeness, otherBirth, sameHamlet }, say) => {
      const name = nameSlips === 0 ? "same name" : `name near ${say.quote(otherName)}`;
      const birth = {
        same: "same birth date",
        sameYear: "same birth year",
        slip: `birth date near ${say.date(otherBirth)}`,
      }[likeness];
      return `May be the person of row ${otherRow}: ${name}, ${birth}, ${sameHamlet ? "same" : "another"} village but another CCCD number.`;
    },
  },
  "household/inconsistent": {
    title: "A household's data differ between rows",
    message: ({ name, value, otherValue, otherRow }, say) =>
      `${say.plain(name)} has ${say.quote(value)} here but ${say.quote(otherValue)} in row ${otherRow} (same CCCD), make them agree.`,
  },
  "household/not-poor": {
    title: "Not a poor household",
    message: ({ status, content, basis }, say) =>
      `${say.quote(status)} may not get ${say.quote(content)}, this project supports poor households only${withLaw(basis)}.`,
  },
  "household/kinh-outside-difficult-area": {
    title: "Kinh household outside an area of special difficulty",
    message: ({ hamlet, isMarked, basis }, say) =>
      `A poor Kinh household gets this support only in an area of special difficulty${withLaw(basis)}, ${
        isMarked
          ? `${say.quote(hamlet)} is not one.`
          : "no village is marked yet and “Xã khu vực III” is empty."
      }`,
  },
  "household/land-shortage-below-threshold": {
    title: "Too little shortage of production land",
    message: ({ content, shortage, threshold, inclusive }, say) => {
      const wanted =
        threshold === null ? "" : ` of ${inclusive ? "at least" : "more than"} ${say.percent(threshold)}`;
      return shortage === null
        ? `${say.quote(content)} needs a shortage of production land${wanted}, the cell is empty.`
        : `A shortage of ${say.percent(shortage)} is not the shortage${wanted} that ${say.quote(content)} needs.`;
    },
  },
  "household/land-and-occupation": {
    title: "Both production land and change of occupation",
    message: ({ name, content, otherContent, otherRow }, say) =>
      `${say.plain(name)} has ${say.quote(otherContent)} in row ${otherRow}, a household gets either ${say.quote(otherContent)} or ${say.quote(content)}.`,
  },
  "household/same-support-twice": {
    title: "The same support twice",
    message: ({ name, content, otherRow }, say) =>
      `${say.plain(name)} has ${say.quote(content)} in row ${otherRow} already, delete it if it was entered twice.`,
  },
  "household/over-norm": {
    title: "Above the norm",
    message: ({ content, item, amount, norm, form, basis }, say) =>
      `${item === "Tổng" ? "Total support" : item} ${say.money(amount)} is above the norm of ${say.money(norm)} for ${say.quote(form === "" ? content : `${content} – ${form}`)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/loan-over-limit": {
    title: "Loan above its limit",
    message: ({ content, amount, norm, basis }, say) =>
      `The loan of ${say.money(amount)} is above the limit of ${say.money(norm)} for ${say.quote(content)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/form-missing": {
    title: "No form of support chosen",
    message: ({ content }, say) =>
      `The norm of ${say.quote(content)} depends on the form (new or repair), choose one.`,
  },
  "household/under-local-minimum": {
    title: "Under the minimum",
    message: ({ content, item, amount, norm, basis }, say) =>
      `${item} ${say.money(amount)} is under the minimum of ${say.money(norm)} for ${say.quote(content)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/total-exceeds-budget": {
    title: "Support to households above the budget",
    message: ({ project, content, source, given, budget, excess }, say) =>
      `Households of ${content === null ? `project ${project}` : `content ${say.quote(content)}`} get ${say.money(given)} of ${source}, the budget has ${say.money(budget)}, ${say.money(excess)} too much.`,
  },
  "household/borrower-under-18": {
    title: "Borrower under 18",
    message: ({ birth, approval }, say, { law }) =>
      `The borrower, born ${say.date(birth)}, is under 18 on the approval date ${say.date(approval)} (${law}).`,
  },
  "household/priority": {
    title: "Priority household",
    message: ({ ethnicGroup, group }, say, { law }) =>
      ethnicGroup === null
        ? "Priority: a woman head who is the sole earner."
        : `Priority: ethnic group ${ethnicGroup} (${say.plain(group ?? "")}) in an area of special difficulty (${law}).`,
  },
  "household/priority-conflict": {
    title: "Woman head marked for a man",
    message: ({ gender }) =>
      `A woman head who is the sole earner is marked but the gender says ${gender}, correct one of the two.`,
  },
};
