/** The shape of the catalogue of findings: for every rule a title, its sentence from params, and the name of its repair. */
import type { RuleCode, RuleParams } from "../rules";
import type { Say } from "./say";

export interface WordsOf<P> {
  /** Names the rule in lists. */
  readonly title: string;
  /** One sentence: what is wrong, with the figures, and what to do. `column` is the header, `law` the rule's source. */
  readonly message: (params: P, say: Say, place: { readonly column: string; readonly law: string }) => string;
  /** What the repair is called, for rules that offer one. */
  readonly fix?: (params: P, say: Say) => string;
}

export type FindingWords = { readonly [Code in RuleCode]: WordsOf<RuleParams[Code]> };
