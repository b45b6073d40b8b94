/** Drop-downs, conditional formats and sparklines of a sheet whose rows are repeated: both the old and the newer kinds. */
import { areasAfter, ruleFormulaAfter, type Area } from "../../book";
import { countOf, formulaIn, isRemoval, listEdits, sqrefEdits, type RepeatedPart } from "./repeated-parts";
import { removal, setAttributes, textEdits } from "./splicing";
import { parseReference, parseSqref, writeSqref } from "./sqref";
import { child, children, splice, textOf, type TextEdit, type XmlSpan } from "./xml";

/** A rule for areas: its formulas are written as for the first cell of the first. */
export function ruleEdits(part: RepeatedPart, span: XmlSpan): TextEdit[] {
  const own = sqrefEdits(part, span);
  if (own.some(isRemoval)) return own;
  return [...own, ...ruleFormulaEdits(part, span, parseSqref(span.attributes.sqref ?? ""))];
}

function ruleFormulaEdits(part: RepeatedPart, span: XmlSpan, before: readonly Area[]): TextEdit[] {
  const { text, home, layout } = part;
  const rewritten = (formula: string): string => ruleFormulaAfter(formula, home, layout, before);
  return formulasIn(span).flatMap((one) => {
    if (one.local === "cfvo") {
      const value = one.attributes.val ?? "";
      const after = rewritten(value);
      return after === value ? [] : [setAttributes(text, one, { val: after })];
    }
    const formula = textOf(text, one);
    return textEdits(one, formula, rewritten(formula));
  });
}

/** Elements that hold a formula of a rule; colour scales and bars write theirs in an attribute. */
function formulasIn(span: XmlSpan): XmlSpan[] {
  return span.children.flatMap((one) => {
    if (/^(formula[12]?|f)$/.test(one.local) && one.children.length === 0) return [one];
    const inAttribute = one.local === "cfvo" && one.attributes.type === "formula" && one.attributes.val;
    return inAttribute ? [one] : formulasIn(one);
  });
}

/** Rules of newer kinds, sparklines: what they cover stands in elements of its own. */
export function extensionEdits(part: RepeatedPart, ext: XmlSpan): TextEdit[] {
  return ext.children.flatMap((list) => {
    switch (list.local) {
      case "conditionalFormattings":
      case "dataValidations":
      case "ignoredErrors": {
        const each = list.children.map((one) => extendedRuleEdits(part, one));
        const gone = each.filter((edits) => edits.some(isRemoval)).length;
        return gone > 0 && gone === list.children.length
          ? [removal(ext)]
          : listEdits(list, each, countOf(part));
      }
      case "sparklineGroups": {
        const each = list.children.map((group) => sparklineEdits(part, group));
        const gone = each.filter((edits) => edits.some(isRemoval)).length;
        return gone > 0 && gone === list.children.length ? [removal(ext)] : each.flat();
      }
      default:
        return [];
    }
  });
}

function extendedRuleEdits(part: RepeatedPart, rule: XmlSpan): TextEdit[] {
  const sqref = child(rule, "sqref");
  if (!sqref) return [];
  const written = textOf(part.text, sqref);
  const before = parseSqref(written);
  const after = areasAfter(part.layout, before);
  if (before.length > 0 && after.length === 0) return [removal(rule)];
  const same = writeSqref(before) === writeSqref(after);
  return [
    ...textEdits(sqref, written, same ? written : writeSqref(after)),
    ...ruleFormulaEdits(part, rule, before),
  ];
}

/** A sparkline shows the cells of its own copy. */
function sparklineEdits(part: RepeatedPart, group: XmlSpan): TextEdit[] {
  const { text, layout } = part;
  const list = child(group, "sparklines");
  if (!list) return [];
  const items = children(list, "sparkline").flatMap((one) => {
    const [data, place] = [child(one, "f"), child(one, "sqref")];
    const cell = place && parseReference(textOf(text, place));
    if (!place || !cell) return [text.slice(one.start, one.end)];
    return [...layout.instances(cell.row, cell.row)].map(({ first, scope }) => {
      const shifted = (span: XmlSpan): XmlSpan => ({
        ...span,
        openEnd: span.openEnd - one.start,
        closeStart: span.closeStart - one.start,
      });
      const formula = data ? textOf(text, data) : "";
      return splice(text.slice(one.start, one.end), [
        ...(data ? textEdits(shifted(data), formula, formulaIn(part, formula, scope)) : []),
        ...textEdits(shifted(place), textOf(text, place), writeSqref([{ ...cell, row: first }])),
      ]);
    });
  });
  if (items.length === 0) return [removal(group)];
  const axis = children(group, "f").flatMap((one) => {
    const formula = textOf(text, one);
    return textEdits(one, formula, formulaIn(part, formula, layout.root));
  });
  return [...axis, { start: list.openEnd, end: list.closeStart, text: items.join("") }];
}
