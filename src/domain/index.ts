/**
 * The words of the field as values: money in đồng, Vietnamese numbers, dates and words, text folding, ethnic groups,
 * CCCD numbers, and the shape of a finding.
 *
 * What always holds here: pure functions of their arguments, with no clock, no locale of the machine, no file and no
 * network. Money is a safe integer of đồng and never a float of millions. What a person may have typed wrongly comes
 * back as a value (`none`, `ambiguous`, `format`, `null`); an exception means that a caller broke a promise.
 */
export * from "./finding";
export { fitsDong, formatMoney, fromDong, parseMoneyUnit, sumDong, toDong } from "./money";
export { LARGEST_AMOUNT, MONEY_UNITS, UNIT_FACTOR } from "./money";
export type { Dong, MoneyFormat, MoneyUnit, WrittenUnit } from "./money";
export { formatVietnameseNumber, parseVietnameseNumber } from "./numbers";
export type { NumberFormat, NumberReading } from "./numbers";
export * from "./moneyText";
export { amountInWords, parseAmountInWords } from "./amountInWords";
export * from "./dates";
export * from "./text";
export * from "./similarity";
export * from "./ethnic";
export * from "./identity";
