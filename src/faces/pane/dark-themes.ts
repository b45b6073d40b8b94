/** The themes of a dark Office and of high contrast. */
import { createDarkTheme, teamsHighContrastTheme, type Theme } from "@fluentui/react-components";
import { green } from "./theme";

export const themes: Readonly<Record<"dark" | "highContrast", Theme>> = {
  dark: {
    ...createDarkTheme(green),
    colorBrandForeground1: green[120],
    colorBrandForeground2: green[130],
    colorBrandForegroundLink: green[120],
    colorBrandForegroundLinkHover: green[130],
    colorBrandForegroundLinkPressed: green[110],
  },
  highContrast: teamsHighContrastTheme,
};
