import tseslint from "typescript-eslint";

/** The floors of src, lowest first: a folder imports only from folders before it, and only through their index. */
const floors = [
  ["domain"],
  ["programme"],
  ["plan"],
  ["book"],
  ["layout"],
  ["rules"],
  ["reports"],
  ["templates"],
  ["exchange"],
  ["wording"],
  ["tasks"],
  ["hosts/excel", "hosts/xlsx"],
  ["faces/pane"],
  ["faces/ribbon", "faces/page", "faces/batch"],
];
const order = floors.flat();

/** What one folder must not import: later floors, its neighbours on the same floor, and the insides of any other folder. */
function forbiddenFor(folder) {
  const floor = floors.findIndex((names) => names.includes(folder));
  const allowed = folder.startsWith("hosts/")
    ? ["domain", "book"]
    : floors.slice(0, floor).flat();
  const refused = order.filter((name) => name !== folder && !allowed.includes(name));
  const patterns = [];
  if (refused.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${refused.join("|")})(/.*)?$`,
      message: `src/${folder} stands below these folders (see the floors in eslint.config.mjs).`,
    });
  }
  const others = order.filter((name) => name !== folder);
  patterns.push({
    regex: `^(\\.\\./)+(${others.join("|")})/.+$`,
    message: "Enter a folder through its index only.",
  });
  return patterns;
}

const officeOnly = [
  { name: "Excel", message: "Only src/hosts/excel names Excel." },
  { name: "Office", message: "Only src/hosts/excel names Office." },
  { name: "OfficeExtension", message: "Only src/hosts/excel names Office." },
];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", "coverage/**"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
    },
  },
  ...order.map((folder) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", { patterns: forbiddenFor(folder) }],
      ...(folder === "hosts/excel" ? {} : { "no-restricted-globals": ["error", ...officeOnly] }),
    },
  })),
  { files: ["**/*.cjs", "webpack.config.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
