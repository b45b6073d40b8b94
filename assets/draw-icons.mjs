/**
 * Draws the PNG icons from the shapes below, with the browser that the tests use: `node assets/draw-icons.mjs`.
 * Two drawings each: a plain one for 16–24 px, where a pixel counts, and a fuller one from 32 px on.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "icons");
const green = "#1F6F50";
const dark = "#14503A";
const gold = "#F2B632";
const grey = "#5F6B66";
const red = "#C8102E";

const star = (x, y, r) => {
  const points = Array.from({ length: 10 }, (_unused, i) => {
    const radius = i % 2 === 0 ? r : r * 0.42;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `<polygon points="${points.join(" ")}" fill="${gold}"/>`;
};

/** A sheet of a table, for the commands: 32 px. */
const sheet = `<rect x="3.5" y="4.5" width="21" height="23" rx="1.5" fill="#fff" stroke="${grey}"/>
  <rect x="4" y="5" width="20" height="5" fill="${green}"/>
  <path d="M4 15.5H24M4 21.5H24M10.5 10V27" stroke="${grey}" stroke-opacity=".55" fill="none"/>`;
const smallSheet = `<rect x="1.5" y="2.5" width="11" height="11" rx="1" fill="#fff" stroke="${grey}"/>
  <rect x="2" y="3" width="10" height="3" fill="${green}"/>
  <path d="M2 9.5H12M5.5 6V13" stroke="${grey}" stroke-opacity=".6" fill="none"/>`;

const icons = {
  icon: {
    small: `<rect x="1" y="1" width="14" height="14" rx="2.5" fill="${green}"/><rect x="1" y="1" width="3" height="14" rx="1.5" fill="${dark}"/>
      <path d="M6 5.5H9M6 8.5H13M6 11.5H13" stroke="#fff" stroke-width="1.4"/>${star(11.6, 4.6, 2.7)}`,
    full: `<rect x="3" y="2" width="26" height="28" rx="4" fill="${green}"/><path d="M3 6a4 4 0 0 1 4-4h2v28H7a4 4 0 0 1-4-4z" fill="${dark}"/>
      <rect x="12" y="14" width="14" height="12" rx="1" fill="#fff"/><path d="M12 18H26M12 22H26M17 14V26" stroke="${green}" stroke-width="1"/>
      ${star(19, 8, 4.6)}`,
  },
  insert: {
    small: `${smallSheet}<circle cx="11.5" cy="11.5" r="4" fill="${green}"/><path d="M11.5 9.3V13.7M9.3 11.5H13.7" stroke="#fff" stroke-width="1.3"/>`,
    full: `${sheet}<circle cx="23.5" cy="23.5" r="7" fill="${green}" stroke="#fff"/><path d="M23.5 19.5V27.5M19.5 23.5H27.5" stroke="#fff" stroke-width="2"/>`,
  },
  check: {
    small: `${smallSheet}<circle cx="11.5" cy="11.5" r="4" fill="${gold}"/><path d="M9.4 11.6L11 13.2L13.7 10.1" stroke="#3b2b00" stroke-width="1.3" fill="none"/>`,
    full: `${sheet}<circle cx="23.5" cy="23.5" r="7" fill="${gold}" stroke="#fff"/><path d="M19.8 23.8L22.5 26.5L27.4 20.8" stroke="#3b2b00" stroke-width="2" fill="none"/>`,
  },
  report: {
    small: `<path d="M2.5 1.5H10L13.5 5V14.5H2.5Z" fill="#fff" stroke="${grey}"/><path d="M10 1.5V5H13.5" fill="none" stroke="${grey}"/>
      <rect x="4.5" y="9" width="2" height="4" fill="${green}"/><rect x="7.2" y="6.5" width="2" height="6.5" fill="${gold}"/><rect x="9.9" y="8" width="2" height="5" fill="${red}"/>`,
    full: `<path d="M5.5 2.5H20L26.5 9V29.5H5.5Z" fill="#fff" stroke="${grey}"/><path d="M20 2.5V9H26.5" fill="none" stroke="${grey}"/>
      <path d="M9 8.5H17M9 12.5H23" stroke="${grey}" stroke-opacity=".6"/>
      <rect x="9" y="20" width="4" height="6" fill="${green}"/><rect x="14" y="16" width="4" height="10" fill="${gold}"/><rect x="19" y="18" width="4" height="8" fill="${red}"/>`,
  },
  undo: {
    small: `<path d="M6 2.5L2.5 6L6 9.5M3 6H9.5A4 4 0 0 1 9.5 14H6" fill="none" stroke="${green}" stroke-width="1.6"/>`,
    full: `<path d="M12 5L5 12L12 19M6 12H19A8 8 0 0 1 19 28H12" fill="none" stroke="${green}" stroke-width="2.6" stroke-linejoin="round"/>`,
  },
};
const sizes = { icon: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128] };
const commandSizes = [16, 20, 24, 32, 40, 48, 64, 80];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const [name, drawing] of Object.entries(icons)) {
  for (const size of sizes[name] ?? commandSizes) {
    const small = size < 32;
    const box = small ? 16 : 32;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${box} ${box}">${small ? drawing.small : drawing.full}</svg>`,
    );
    writeFileSync(path.join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
