/** The opened place, loaded when it is first shown. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Component, Suspense, use, useState, type ReactNode } from "react";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { PanePlace } from "./state";

const useStyles = makeStyles({
  failed: { display: "flex", flexDirection: "column", gap: "12px", color: tokens.colorNeutralForeground1 },
});

interface PlaceProps {
  readonly session: PaneSession;
  readonly place: PanePlace;
}

export function PlaceArea({ session, place }: PlaceProps) {
  const words = shellWords[session.host.locale];
  const [attempt, setAttempt] = useState(0);
  return (
    <PlaceFailure
      key={`${place} ${attempt}`}
      failed={<Failed session={session} retry={() => setAttempt(attempt + 1)} />}
    >
      <Suspense fallback={<Text role="status">{words.opening}</Text>}>
        <Loaded session={session} place={place} />
      </Suspense>
    </PlaceFailure>
  );
}

function Loaded<P extends PanePlace>({
  session,
  place,
}: {
  readonly session: PaneSession;
  readonly place: P;
}) {
  const { View, work } = use(session.open(place));
  return <View session={session} work={work} />;
}

function Failed({ session, retry }: { readonly session: PaneSession; readonly retry: () => void }) {
  const styles = useStyles();
  const words = shellWords[session.host.locale];
  return (
    <div className={styles.failed} role="alert">
      <Text>{words.notLoaded}</Text>
      <Button onClick={retry}>{words.retry}</Button>
    </div>
  );
}

interface FailureProps {
  readonly failed: ReactNode;
  readonly children: ReactNode;
}

/** What cannot be loaded or drawn is said in its place, with a way to try again; the rest of the pane works on. */
class PlaceFailure extends Component<FailureProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.failed : this.props.children;
  }
}
