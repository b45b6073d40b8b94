/** What a repair will do, cell by cell, before it is done. */
import {
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
} from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useState } from "react";
import type { Finding } from "../../../../domain";
import { checkPlaceWords, type Locale } from "../../../../wording";
import { shownNew, shownOld } from "./shownValue";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
  list: { maxHeight: "45vh", overflowY: "auto", position: "relative" },
  lines: { listStyleType: "none", margin: 0, padding: 0, position: "relative" },
  line: { position: "absolute", left: 0, right: 0, padding: "4px 0", overflowWrap: "anywhere" },
  cell: { fontWeight: tokens.fontWeightSemibold },
});

interface FixDialogProps {
  readonly findings: readonly Finding[];
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly close: () => void;
}

export function FixDialog({ findings, work, locale, close }: FixDialogProps) {
  const styles = useStyles();
  const words = checkPlaceWords[locale];
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{words.fixTitle(findings.length)}</DialogTitle>
          <DialogContent>
            <Text block>{words.fixLead}</Text>
            <Changes findings={findings} work={work} locale={locale} className={styles.list} />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              onClick={() => {
                close();
                void work.fix(findings);
              }}
            >
              {words.fixNow(findings.length)}
            </Button>
            <Button onClick={close}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type ChangesProps = Omit<FixDialogProps, "close"> & { readonly className: string };

function Changes({ findings, work, locale, className }: ChangesProps) {
  const styles = useStyles();
  const words = checkPlaceWords[locale];
  // State, not a ref: the list is drawn again when its element is there.
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: findings.length,
    getScrollElement: () => element,
    estimateSize: () => 28,
    overscan: 10,
  });
  return (
    <div ref={setElement} className={className} tabIndex={0} role="region" aria-label={words.fixLead}>
      <ul className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const finding = findings[index]!;
          const old = shownOld(work.valueAt(finding), finding, locale);
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={findings.length}
              aria-posinset={index + 1}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles.cell}>{words.cell(finding.sheet ?? "", finding.cell ?? "")}</span>:{" "}
              {words.change(old, shownNew(finding, locale))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
