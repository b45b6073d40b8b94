/**
 * The shape of a pack file. Codes of contents and their levels are not written in the file: they follow from their
 * place (see `load.ts`), so they cannot contradict it.
 */
import * as z from "zod/mini";

// The add-in's content security policy forbids generated code, and zod must know before the first schema is made.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1));
const isoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const order = z.int().check(z.gte(1));

const evidence = z.strictObject({
  source: z.nullable(text),
  confidence: z.enum(["verified", "secondary", "unverified"]),
  note: z.optional(text),
});

const capitalTypes = z.array(z.enum(["Đầu tư", "Sự nghiệp"]));

const contentFields = {
  title: text,
  shortName: text.check(z.maxLength(60)),
  aliases: z.optional(z.array(text)),
  capitalTypes,
  supportGroup: z.nullable(text),
  evidence,
};
const thirdLevel = z.strictObject(contentFields);
const secondLevel = z.strictObject({ ...contentFields, children: z.optional(z.array(thirdLevel)) });
const firstLevel = z.strictObject({ ...contentFields, children: z.optional(z.array(secondLevel)) });

const projectFields = {
  code: z.string().check(z.regex(/^DA\d+(\.TDA\d+)?$/)),
  number: order,
  title: text,
  aliases: z.array(text),
  capitalTypes,
  evidence,
  contents: z.array(firstLevel),
};

const norm = z.strictObject({
  content: text,
  form: z.nullable(z.enum(["Xây mới", "Sửa chữa"])),
  item: z.enum(["NSTW", "NSĐP", "Tổng", "Vay"]),
  kind: z.enum(["tối đa", "tối thiểu", "bình quân"]),
  amount: z.int().check(z.gte(0)),
  validFrom: z.nullable(isoDate),
  validTo: z.nullable(isoDate),
  basis: text,
  evidence,
});

const fraction = z.strictObject({ value: z.number().check(z.gte(0), z.lte(1)), evidence });
const deadlineFields = {
  month: z.int().check(z.gte(1), z.lte(12)),
  day: z.int().check(z.gte(1), z.lte(31)),
  yearOffset: z.int(),
  evidence,
};
const deadline = z.strictObject(deadlineFields);

export const packSchema = z.strictObject({
  code: text,
  title: text,
  decision: text,
  validFrom: isoDate,
  validTo: z.nullable(isoDate),
  evidence,
  projects: z
    .array(z.strictObject({ ...projectFields, subProjects: z.array(z.strictObject(projectFields)) }))
    .check(z.minLength(1)),
  norms: z.array(norm),
  parameters: z.strictObject({
    counterpartRatioMinimum: fraction,
    landShortageThreshold: fraction,
    landShortageInclusive: z.strictObject({ value: z.boolean(), evidence }),
    paymentDeadline: deadline,
    carryOverDeadline: deadline,
    reportDeadlines: z.optional(z.array(z.strictObject({ ...deadlineFields, name: text, purpose: text }))),
  }),
  householdRules: z.strictObject({
    poorOnly: z.strictObject({ projects: z.array(text), evidence }),
    kinhInDifficultAreaOnly: z.strictObject({ projects: z.array(text), evidence }),
    landShortage: z.strictObject({ contents: z.array(text), evidence }),
    alternatives: z.array(z.strictObject({ contents: z.array(text).check(z.minLength(2)), evidence })),
  }),
  priorityEthnicGroups: z.strictObject({
    categories: z.array(z.strictObject({ name: text, groups: z.array(text) })),
    decision: text,
    validFrom: z.nullable(isoDate),
    validTo: z.nullable(isoDate),
    scope: text,
    evidence,
  }),
  cccdProvinceCodes: z.strictObject({
    codes: z.record(z.string().check(z.regex(/^\d{3}$/)), text),
    evidence,
  }),
});

/** What is wrong, in a few words; the library's own sentences come in sixty languages and are not shipped. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${issue.expected}`;
    case "invalid_value":
      return `expected one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return `unknown field ${issue.keys.join(", ")}`;
    case "too_big":
      return `more than ${issue.maximum}`;
    case "too_small":
      return `less than ${issue.minimum}`;
    case "invalid_format":
      return `not in the form ${issue.pattern ?? issue.format}`;
    default:
      return issue.code;
  }
}

export type PackFile = z.infer<typeof packSchema>;
