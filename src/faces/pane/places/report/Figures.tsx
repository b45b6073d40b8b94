/** A few figures, each with its name, one below the other. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";

const useStyles = makeStyles({
  figures: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: "12px",
    rowGap: "4px",
    margin: 0,
    padding: "8px 12px",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  amount: { fontVariantNumeric: "tabular-nums", textAlign: "right", margin: 0, fontWeight: 600 },
});

export interface NamedFigure {
  readonly name: string;
  readonly shown: string;
}

export function Figures({ figures }: { readonly figures: readonly NamedFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, shown }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className={styles.amount}>{shown}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
