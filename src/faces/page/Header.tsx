/** The head of the page: the product, the workbook's name and state, and what is done with the whole of it. */
import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  DocumentTextRegular,
  FolderOpenRegular,
  SaveRegular,
  TableDeleteRowRegular,
  TableInsertRowRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { pageWords } from "../../wording";
import { chooseFile } from "./files";
import type { Workbench } from "./workbench";
import type { WorkbenchState } from "./workbench-state";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    height: "48px",
    padding: "0 12px",
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  mark: { width: "24px", height: "24px", display: "block" },
  product: {
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    color: tokens.colorBrandForeground1,
  },
  name: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    minWidth: "60px",
    flexShrink: 1,
  },
  space: { flexGrow: 1 },
  button: { whiteSpace: "nowrap", flexShrink: 0 },
});

interface HeaderProps {
  readonly workbench: Workbench;
  readonly state: WorkbenchState;
}

export function Header({ workbench, state }: HeaderProps) {
  const styles = useStyles();
  const words = pageWords[workbench.locale];
  const [next, setNext] = useState<(() => void) | null>(null);
  const leaving = (run: () => void) => {
    if (state.state === "unsaved" && !state.empty) setNext(() => run);
    else run();
  };
  const open = () => chooseFile((name, bytes) => workbench.open(name, bytes));
  return (
    <header className={styles.header}>
      <img className={styles.mark} src="assets/icons/icon-32.png" alt="" />
      <Text size={400} className={styles.product}>
        {words.product}
      </Text>
      <Text className={styles.name} title={state.name ?? undefined}>
        {state.name ?? words.file.fresh}
      </Text>
      {!state.empty && <FileState state={state} words={words} />}
      {!state.empty && state.gridReady && <Tools workbench={workbench} state={state} />}
      <span className={styles.space} />
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<FolderOpenRegular />}
        onClick={() => leaving(open)}
      >
        {words.file.open}
      </Button>
      {!state.empty && (
        <>
          <Tooltip content={words.welcome.sample} relationship="label">
            <Button
              appearance="subtle"
              icon={<DocumentTextRegular />}
              onClick={() => leaving(() => void workbench.openSample())}
            />
          </Tooltip>
          <Button
            className={styles.button}
            appearance="primary"
            icon={<SaveRegular />}
            onClick={() => void workbench.save()}
          >
            {words.file.save}
          </Button>
        </>
      )}
      <Leaving workbench={workbench} next={next} done={() => setNext(null)} />
    </header>
  );
}

function FileState({
  state,
  words,
}: {
  readonly state: WorkbenchState;
  readonly words: (typeof pageWords)["vi"];
}) {
  const colour = { unsaved: "warning", saved: "success", unchanged: "informative" } as const;
  return (
    <Badge appearance="tint" color={colour[state.state]} style={{ flexShrink: 0, whiteSpace: "nowrap" }}>
      {words.file[state.state]}
    </Badge>
  );
}

function Tools({ workbench, state }: HeaderProps) {
  const words = pageWords[workbench.locale].tools;
  return (
    <Toolbar aria-label={words.label} size="small">
      <Tooltip content={words.undo} relationship="label">
        <ToolbarButton
          icon={<ArrowUndoRegular />}
          disabled={!state.canUndo}
          onClick={() => void workbench.undo()}
        />
      </Tooltip>
      <Tooltip content={words.redo} relationship="label">
        <ToolbarButton
          icon={<ArrowRedoRegular />}
          disabled={!state.canRedo}
          onClick={() => void workbench.redo()}
        />
      </Tooltip>
      <ToolbarDivider />
      <Tooltip content={words.insertRow} relationship="label">
        <ToolbarButton
          icon={<TableInsertRowRegular />}
          onClick={() => void workbench.grid?.rows("insertAbove")}
        />
      </Tooltip>
      <Tooltip content={words.removeRow} relationship="label">
        <ToolbarButton icon={<TableDeleteRowRegular />} onClick={() => void workbench.grid?.rows("remove")} />
      </Tooltip>
    </Toolbar>
  );
}

interface LeavingProps {
  readonly workbench: Workbench;
  readonly next: (() => void) | null;
  readonly done: () => void;
}

/** Asked before unsaved work makes room for another workbook. */
function Leaving({ workbench, next, done }: LeavingProps) {
  const words = pageWords[workbench.locale].leave;
  const go = () => {
    done();
    next?.();
  };
  return (
    <Dialog open={next !== null} onOpenChange={(_event, { open }) => !open && done()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>{words.what}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => void workbench.save().then(go)}>
              {words.save}
            </Button>
            <Button onClick={go}>{words.discard}</Button>
            <Button appearance="subtle" onClick={done}>
              {words.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
