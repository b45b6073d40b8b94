/** Parts a sentence about money into its clauses and the signs and words between them. */

export interface Token {
  readonly kind: "clause" | "open" | "close" | "within" | "stop";
  readonly start: number;
  readonly end: number;
}

const separators = /[;()]|[,.](?=\s|$)|\btrong do\b|\b(?:bao )?gom\b|\s+va\s+|\s[-–+]\s/g;

/** Clauses and what parts them. Amounts are never cut. */
export function tokens(flat: string, amounts: readonly { start: number; end: number }[]): Token[] {
  const list: Token[] = [];
  let from = 0;
  for (const match of flat.matchAll(separators)) {
    const at = match.index;
    if (amounts.some((amount) => at > amount.start && at < amount.end)) continue;
    list.push({ kind: "clause", start: from, end: at });
    const sign = match[0];
    const kind =
      sign === "("
        ? "open"
        : sign === ")"
          ? "close"
          : /do|gom/.test(sign)
            ? "within"
            : /[;.]/.test(sign)
              ? "stop"
              : null;
    if (kind) list.push({ kind, start: at, end: at + sign.length });
    from = at + sign.length;
  }
  list.push({ kind: "clause", start: from, end: flat.length });
  return list;
}

/** Not a rate ("40 triệu đồng/hộ") and no factor of a product ("11 hộ x 40 triệu đồng = 440 triệu đồng"). */
export function isWholeSum(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return (
    !/^\s*(?:\/\s*\p{L}|[x×*=]\s)/u.test(text.slice(end)) &&
    !/\p{L}\s+[x×*]\s*$/u.test(text.slice(Math.max(0, start - 40), start))
  );
}
