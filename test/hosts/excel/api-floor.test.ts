/**
 * Nothing above ExcelApi 1.14 is used unasked. Read from the source by the compiler: every member of `Excel.*` that
 * src/hosts/excel names, in code, in loads by name and in options, with the API set that Microsoft's declarations give it.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const FLOOR = 14;
const folder = path.join(__dirname, "../../../src/hosts/excel");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => path.join(folder, name));
const program = ts.createProgram(files, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["office-js"],
  typeRoots: [path.join(__dirname, "../../../node_modules/@types")],
});
const checker = program.getTypeChecker();

interface Use {
  readonly member: string;
  /** The minor number of the API set; 99 for sets outside of ExcelApi, e.g. desktop only. */
  readonly level: number;
  readonly node: ts.Node;
}

/** The API set of a member of `Excel.*`; null for what is not one. */
function levelOf(declarations: readonly ts.Declaration[]): { member: string; level: number } | null {
  const own = declarations.filter(isExcelMember);
  const first = own[0];
  if (!first) return null;
  const levels = own
    .map((one) => setOf(one) ?? setOf(one.parent as ts.Declaration))
    .filter((level) => level !== null);
  const owner = (first.parent as ts.ClassDeclaration).name?.text ?? "?";
  const name = (first as ts.NamedDeclaration).name?.getText() ?? "?";
  return { member: `${owner}.${name}`, level: levels.length > 0 ? Math.min(...levels) : 1 };
}

function isExcelMember(declaration: ts.Declaration): boolean {
  const owner = declaration.parent;
  if (!ts.isClassDeclaration(owner) && !ts.isInterfaceDeclaration(owner)) return false;
  let at: ts.Node = owner;
  while (at.parent && !ts.isModuleDeclaration(at)) at = at.parent;
  return (
    declaration.getSourceFile().fileName.includes("office-js") &&
    ts.isModuleDeclaration(at) &&
    at.name.text === "Excel"
  );
}

function setOf(declaration: ts.Declaration): number | null {
  const comments = ts
    .getJSDocCommentsAndTags(declaration)
    .map((one) => one.getText())
    .join("\n");
  const set = /\[Api set: ([^\]]+)\]/.exec(comments)?.[1];
  if (set === undefined) return null;
  return Number(/ExcelApi 1\.(\d+)/.exec(set)?.[1] ?? 99);
}

function usesIn(file: ts.SourceFile): Use[] {
  const uses: Use[] = [];
  const add = (symbol: ts.Symbol | undefined, node: ts.Node) => {
    const found = symbol && levelOf(symbol.declarations ?? []);
    if (found) uses.push({ ...found, node });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) add(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node)) {
      const name = (node.propertyName ?? node.name).getText();
      add(checker.getTypeAtLocation(node.parent).getProperty(name), node);
    }
    if (ts.isObjectLiteralExpression(node)) {
      const expected = checker.getContextualType(node);
      const type = expected && checker.getNonNullableType(expected);
      for (const property of node.properties)
        if (type && property.name) add(type.getProperty(property.name.getText()), property);
    }
    if (isLoad(node)) {
      for (const one of loaded(node)) add(one, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function isLoad(node: ts.Node): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "load" &&
    levelOf(checker.getSymbolAtLocation(node.expression.name)?.declarations ?? []) !== null
  );
}

/** The members that a load names, along its paths. */
function loaded(call: ts.CallExpression & { expression: ts.PropertyAccessExpression }): ts.Symbol[] {
  const text = textOf(call.arguments[0]!);
  const receiver = checker.getTypeAtLocation(call.expression.expression);
  return text.split(",").flatMap((route) => {
    const members: ts.Symbol[] = [];
    let type = receiver;
    for (const name of route.trim().split("/")) {
      const member = type.getProperty(name);
      if (!member)
        throw new Error(`${call.getSourceFile().fileName}: ${checker.typeToString(type)} has no ${name}`);
      members.push(member);
      type = checker.getTypeOfSymbol(member);
      if (name === "items") type = checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
    }
    return members;
  });
}

/** A text made of literals and constants; anything else cannot be judged and fails. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text + node.templateSpans.map((span) => textOf(span.expression) + span.literal.text).join("")
    );
  }
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    const origin = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = origin?.valueDeclaration;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return textOf(declaration.initializer);
  }
  throw new Error(`${node.getSourceFile().fileName}: ${node.getText()} is not made of literals`);
}

/** The level that a condition asks for; 0 when it asks for none. */
function askedBy(condition: ts.Node): { level: number; negated: boolean } {
  const match = /^(!?)supports\("1\.(\d+)"\)$/.exec(condition.getText());
  return { level: Number(match?.[2] ?? 0), negated: match?.[1] === "!" };
}

/** The highest level that was asked for before a node is reached. */
function gateOf(node: ts.Node): number {
  let gate = 0;
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && parent.thenStatement === at)
      gate = Math.max(gate, positive(parent.expression));
    if (ts.isConditionalExpression(parent) && parent.whenTrue === at)
      gate = Math.max(gate, positive(parent.condition));
    if (ts.isBlock(parent)) {
      for (const before of parent.statements.slice(0, parent.statements.indexOf(at as ts.Statement))) {
        if (!ts.isIfStatement(before) || !leaves(before.thenStatement)) continue;
        const { level, negated } = askedBy(before.expression);
        if (negated) gate = Math.max(gate, level);
      }
    }
  }
  return gate;
}

function positive(condition: ts.Expression): number {
  const { level, negated } = askedBy(condition);
  return negated ? 0 : level;
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

const uses = files.flatMap((file) => usesIn(program.getSourceFile(file)!));

test("members are found in code, in loads and in options", () => {
  const members = new Set(uses.map((use) => use.member));
  for (const known of [
    "Range.values",
    "Table.resize",
    "WorksheetProtection.protected",
    "CellPropertiesFontLoadOptions.name",
    "RunOptions.delayForCellEdit",
    "WorksheetChangedEventArgs.triggerSource",
  ]) {
    expect(members).toContain(known);
  }
  expect(members.size).toBeGreaterThan(150);
  console.info(`members of Excel used: ${members.size}`);
});

test("every member above ExcelApi 1.14 stands behind a question asked at run time", () => {
  const above = uses.filter((use) => use.level > FLOOR);
  const unasked = above.filter((use) => gateOf(use.node) < use.level);
  const places = unasked.map(({ member, level, node }) => {
    const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
    return `${path.basename(node.getSourceFile().fileName)}:${line + 1} ${member} (1.${level})`;
  });
  expect(places).toEqual([]);
  expect([...new Set(above.map((use) => use.member))].sort()).toEqual([
    "ChartSeries.getDimensionDataSourceString",
    "Note.content",
    "Note.delete",
    "Note.getLocation",
    "Note.load",
    "NoteCollection.add",
    "NoteCollection.getCount",
    "NoteCollection.getItemAt",
    "NoteCollection.getItemOrNullObject",
    "Worksheet.notes",
  ]);
});
