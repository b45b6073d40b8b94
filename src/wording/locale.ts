/** The languages of the product: Vietnamese first. */
export type Locale = "vi" | "en";
