/** The spreadsheet program itself: its plug-ins, its words in Vietnamese, and what it must not show. */
import {
  ICommandService,
  LocaleType,
  LogLevel,
  mergeLocales,
  ThemeService,
  Univer,
  type Injector,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import { UniverSheetsFilterPlugin } from "@univerjs/sheets-filter";
import { UniverSheetsFilterUIPlugin } from "@univerjs/sheets-filter-ui";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNoteUIPlugin } from "@univerjs/sheets-note-ui";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsSortUIPlugin } from "@univerjs/sheets-sort-ui";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { UniverSheetsTableUIPlugin } from "@univerjs/sheets-table-ui";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import { UniverUIPlugin } from "@univerjs/ui";
import designWords from "@univerjs/design/locale/vi-VN";
import docsWords from "@univerjs/docs-ui/locale/vi-VN";
import sheetsWords from "@univerjs/sheets/locale/vi-VN";
import conditionalWords from "@univerjs/sheets-conditional-formatting-ui/locale/vi-VN";
import validationWords from "@univerjs/sheets-data-validation-ui/locale/vi-VN";
import filterWords from "@univerjs/sheets-filter-ui/locale/vi-VN";
import formulaWords from "@univerjs/sheets-formula/locale/vi-VN";
import formulaUiWords from "@univerjs/sheets-formula-ui/locale/vi-VN";
import noteWords from "@univerjs/sheets-note-ui/locale/vi-VN";
import numberWords from "@univerjs/sheets-numfmt-ui/locale/vi-VN";
import sortWords from "@univerjs/sheets-sort-ui/locale/vi-VN";
import tableWords from "@univerjs/sheets-table/locale/vi-VN";
import tableUiWords from "@univerjs/sheets-table-ui/locale/vi-VN";
import sheetsUiWords from "@univerjs/sheets-ui/locale/vi-VN";
import uiWords from "@univerjs/ui/locale/vi-VN";
import "@univerjs/engine-formula/facade";
import "@univerjs/ui/facade";
import "@univerjs/docs-ui/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import "@univerjs/sheets-numfmt-ui/lib/index.css";
import "@univerjs/sheets-table-ui/lib/index.css";
import "@univerjs/sheets-data-validation-ui/lib/index.css";
import "@univerjs/sheets-conditional-formatting-ui/lib/index.css";
import "@univerjs/sheets-note-ui/lib/index.css";
import "@univerjs/sheets-filter-ui/lib/index.css";
import "@univerjs/sheets-sort-ui/lib/index.css";
import { pageWords } from "../../../wording";
import "./grid.css";
import { PLAIN_TABLE } from "./build";
import { hiddenMenus } from "./permitted";

export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
}

/** Starts the program in an element, with no workbook yet. */
export function startUniver(container: HTMLElement): Grid {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: words() },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    disableAutoFocus: true,
    header: true,
    toolbar: false,
    footer: true,
    contextMenu: true,
    menu: hiddenMenus,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    disableAutoFocus: true,
    formulaBar: true,
    footer: { menus: false, addSheetButtonConfig: { show: false } },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
    menu: hiddenMenus,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, {
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.WHEN_EMPTY });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    menu: hiddenMenus,
    showEditOnDropdown: false,
    // Its search box would take the keys that a person types into the cell.
    showSearchOnDropdown: false,
  });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin, { menu: hiddenMenus });
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [{ name: PLAIN_TABLE, style: {} }] });
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true, menu: hiddenMenus });
  const injector = univer.__getInjector();
  const themes = injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: green });
  return { univer, api: FUniver.newAPI(univer), injector, commands: injector.get(ICommandService) };
}

/** The product's colour, from light to dark. */
const green = {
  50: "#F2FBF7",
  100: "#DFF5EB",
  200: "#C2E7D6",
  300: "#A7D8C2",
  400: "#5CA688",
  500: "#2E8463",
  600: "#1F6F50",
  700: "#1A674A",
  800: "#165940",
  900: "#134B35",
};

function words() {
  return mergeLocales(
    designWords,
    uiWords,
    docsWords,
    sheetsWords,
    sheetsUiWords,
    { "sheets-formula": { ...formulaWords["sheets-formula"], progress: pageWords.vi.grid.progress } },
    formulaUiWords,
    numberWords,
    tableWords,
    tableUiWords,
    validationWords,
    conditionalWords,
    noteWords,
    filterWords,
    sortWords,
  );
}
