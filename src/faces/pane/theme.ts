/** Fluent's themes in the product's green, light and dark as Office asks; high contrast is the system's own. */
import { createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import type { PaneTheme } from "./host";

export const green: BrandVariants = {
  10: "#020503",
  20: "#0B1C14",
  30: "#0F2F21",
  40: "#113D2B",
  50: "#134B35",
  60: "#165940",
  70: "#1A674A",
  80: "#1F6F50",
  90: "#2E8463",
  100: "#459576",
  110: "#5CA688",
  120: "#74B79B",
  130: "#8DC8AE",
  140: "#A7D8C2",
  150: "#C2E7D6",
  160: "#DFF5EB",
};

export const lightTheme: Theme = createLightTheme(green);

/** The others are loaded where they are asked for. */
export async function loadTheme(theme: PaneTheme): Promise<Theme> {
  if (theme === "light") return lightTheme;
  const { themes } = await import(/* webpackChunkName: "themes" */ "./dark-themes");
  return themes[theme];
}
