/** How a project is named in a list: its code and money on one line, below them its title in two lines at the most. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  heading: { display: "flex", flexDirection: "column", gap: "2px", padding: "6px 0", width: "100%" },
  line: { display: "flex", justifyContent: "space-between", gap: "8px", fontVariantNumeric: "tabular-nums" },
  title: {
    display: "-webkit-box",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    color: tokens.colorNeutralForeground2,
  },
});

interface ProjectHeadingProps {
  readonly code: string;
  readonly amount: string;
  readonly title: string;
  readonly children?: ReactNode;
}

export function ProjectHeading({ code, amount, title, children }: ProjectHeadingProps) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      <div className={styles.line}>
        <Text weight="semibold">{code}</Text>
        <Text weight="semibold">{amount}</Text>
      </div>
      <ProjectTitle title={title} />
      {children}
    </div>
  );
}

export function ProjectTitle({ title }: { readonly title: string }) {
  const styles = useStyles();
  return (
    <Text size={200} className={styles.title}>
      {title}
    </Text>
  );
}
