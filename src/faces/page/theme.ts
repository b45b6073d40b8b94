/** Fluent's light theme in the product's green, as the pane beside has it. */
import { webLightTheme, type Theme } from "@fluentui/react-components";

export const pageTheme: Theme = {
  ...webLightTheme,
  colorBrandBackground: "#1F6F50",
  colorBrandBackgroundHover: "#1A674A",
  colorBrandBackgroundPressed: "#113D2B",
  colorBrandBackgroundSelected: "#165940",
  colorBrandBackground2: "#DFF5EB",
  colorBrandForeground1: "#1F6F50",
  colorBrandForeground2: "#1A674A",
  colorBrandStroke1: "#1F6F50",
  colorBrandStroke2: "#A7D8C2",
  colorCompoundBrandBackground: "#1F6F50",
  colorCompoundBrandForeground1: "#1F6F50",
  colorCompoundBrandStroke: "#1F6F50",
  colorNeutralForeground2BrandHover: "#1F6F50",
  colorNeutralForeground2BrandPressed: "#1A674A",
};
