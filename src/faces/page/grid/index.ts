/**
 * The grid: a view of a book, loaded apart from the page because it weighs two megabytes.
 * Always true: what it shows is what the book holds; what a person does in it reaches the book as one edit, or is put back.
 */
export { GridView, type GridMessage, type GridPort } from "./view";
