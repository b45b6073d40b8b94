/** The heading of a view that takes another's place: the keyboard and the screen reader go on from it. */
import { makeStyles, Text } from "@fluentui/react-components";
import { useEffect, useRef } from "react";

const useStyles = makeStyles({
  heading: { margin: 0, lineHeight: 1, outlineStyle: "none" },
});

export function ViewHeading({ children }: { readonly children: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: "nearest" });
    // A person who is in Excel's cells, or in the page's grid, stays there.
    const { activeElement } = document;
    const isHere = activeElement === document.body || activeElement?.closest("main");
    if (document.hasFocus() && isHere) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} className={styles.heading} tabIndex={-1}>
      <Text weight="semibold" size={400}>
        {children}
      </Text>
    </h2>
  );
}
