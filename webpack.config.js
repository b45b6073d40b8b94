const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");

const swc = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  },
};

/** Where `manifest.xml` says the add-in is served from; `--env address=https://…/` writes another everywhere. */
const DEVELOPMENT_ADDRESS = "https://localhost:3000/";
const OFFICE_CDN = "https://appsforoffice.microsoft.com";

function contentSecurityPolicy(closed) {
  const office = closed ? "" : ` ${OFFICE_CDN}`;
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${office}`,
    "worker-src 'self'",
  ].join("; ");
}

/** The batch command and the bench: one file each for Node, so that `npx so-mtqg` starts without a compiler. */
function nodeBuild() {
  return {
    name: "node",
    target: "node20",
    entry: { "so-mtqg": "./src/faces/batch/main.ts", bench: "./test/bench/bench.ts" },
    output: { path: path.resolve(__dirname, "dist/node"), filename: "[name].js", clean: true },
    devtool: false,
    // The bench's browser is no part of a bundle.
    externals: {
      "playwright-core": "commonjs playwright-core",
      "@sparticuz/chromium": "import @sparticuz/chromium",
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    // What is looked for when it runs is not looked for by the bundler.
    module: { rules: [swc], parser: { javascript: { createRequire: false } } },
    optimization: { minimize: false },
    performance: false,
    stats: "errors-warnings",
  };
}

/** The add-in: static files for any https host. `--env closed` serves office.js from the build itself. */
function webBuild(env) {
  const address = `${(env.address ?? DEVELOPMENT_ADDRESS).replace(/\/+$/, "")}/`;
  const closed = Boolean(env.closed);
  const officeScript = closed ? "office/office.js" : `${OFFICE_CDN}/lib/1/hosted/office.js`;
  const officeFiles = {
    from: "node_modules/@microsoft/office-js/dist",
    to: "office",
    // Microsoft's files are served as they are.
    info: { minimized: true },
    globOptions: {
      ignore: [
        "**/*.d.ts",
        "**/*.debug.js",
        "**/*.map",
        "**/{access,onenote,outlook,powerpoint,project,visio,word}*",
      ],
    },
  };
  return {
    name: "web",
    target: ["web", "es2022"],
    entry: { pane: "./src/faces/ribbon/main.tsx", "self-check": "./test/self-check/main.ts" },
    output: {
      path: path.resolve(__dirname, "dist/web"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      // The page's own build stands beside this one.
      clean: { keep: /^page/ },
    },
    devtool: "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [swc] },
    plugins: [
      new HtmlPlugin({
        template: "src/faces/ribbon/pane.html",
        filename: "pane.html",
        minify: false,
        chunks: ["pane"],
        csp: contentSecurityPolicy(closed),
        officeScript,
      }),
      new HtmlPlugin({
        template: "test/self-check/page.html",
        filename: "self-check.html",
        chunks: ["self-check"],
        minify: false,
        csp: contentSecurityPolicy(closed),
        officeScript,
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons", to: "assets/icons" },
          { from: "src/faces/ribbon/help.html", to: "help.html" },
          { from: "src/plan/samples", to: "samples" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => atAddress(content.toString(), address),
          },
          ...(closed ? [officeFiles] : []),
        ],
      }),
    ],
    performance: {
      maxAssetSize: 1_500_000,
      maxEntrypointSize: 1_500_000,
      assetFilter: (name) => name.endsWith(".js") && !name.startsWith("office/"),
    },
    stats: "errors-warnings",
  };
}

/** How the grid's program would hyphenate 75 languages, which cells never do: an empty module stands for each. */
const withoutHyphens = new NormalModuleReplacementPlugin(
  /^\.\/[a-z]{2,3}(-[a-z\d]+)*-[\w-]{8}\.js$/,
  (resource) => {
    if (/[\\/]@univerjs[\\/]engine-render[\\/]/.test(resource.context)) {
      resource.request = "data:text/javascript,export default null;";
    }
  },
);

/** The grid's program reads each text anew for every formula: ours remembers (see there). */
const withKnownTexts = new NormalModuleReplacementPlugin(/^numfmt$/, (resource) => {
  if (/[\\/]@univerjs[\\/]/.test(resource.context))
    resource.request = path.resolve(__dirname, "src/faces/page/grid/knownTexts.ts");
});

/** The page with a grid, for machines without Excel: beside the add-in, its two megabytes of grid loaded when needed. */
function pageBuild() {
  const css = [MiniCssExtractPlugin.loader, "css-loader"];
  return {
    name: "page",
    target: ["web", "es2022"],
    entry: { page: "./src/faces/page/main.tsx" },
    output: {
      path: path.resolve(__dirname, "dist/web"),
      filename: "page/[name].[contenthash:8].js",
      chunkFilename: "page/[name].[contenthash:8].js",
      // The add-in's own build stands around this one.
      clean: { keep: (file) => !file.startsWith("page/") },
    },
    devtool: false,
    optimization: {
      splitChunks: {
        cacheGroups: {
          // The grid's own program apart from what we do with it: the bench tells their times apart by these files.
          grid: {
            test: /[\\/]node_modules[\\/]/,
            chunks: (chunk) => chunk.name === "grid",
            name: "univer",
            enforce: true,
          },
        },
      },
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [swc, { test: /\.css$/, use: css }] },
    plugins: [
      withoutHyphens,
      withKnownTexts,
      new MiniCssExtractPlugin({
        filename: "page/[name].[contenthash:8].css",
        chunkFilename: "page/[name].[contenthash:8].css",
      }),
      new HtmlPlugin({
        template: "src/faces/page/page.html",
        filename: "page.html",
        chunks: ["page"],
        csp: contentSecurityPolicy(true),
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons", to: "assets/icons" },
          { from: "src/faces/ribbon/help.html", to: "help.html" },
          { from: "src/plan/samples", to: "samples" },
        ],
      }),
    ],
    performance: false,
    stats: "errors-warnings",
  };
}

/** The manifest for another address: every URL, and the origin among the domains. */
function atAddress(manifest, address) {
  const origin = new URL(address).origin;
  return manifest
    .replaceAll(
      `<AppDomain>${DEVELOPMENT_ADDRESS.replace(/\/$/, "")}</AppDomain>`,
      `<AppDomain>${origin}</AppDomain>`,
    )
    .replaceAll(DEVELOPMENT_ADDRESS, address);
}

module.exports = (env) => [nodeBuild(), webBuild(env ?? {}), pageBuild()];
