import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import classes from "./evaluation-items.module.css";

/** Whether an answer meets a metric; a dash where the metric does not apply to the item. */
export function ScoreMark({ score }: { score: boolean | null }) {
  if (score === null) return <Mark icon={IconMinus} words="does not apply" />;
  return score ? (
    <Mark icon={IconCheck} words="right" className={classes.right} />
  ) : (
    <Mark icon={IconX} words="wrong" className={classes.wrong} />
  );
}

function Mark({
  icon: Icon,
  words,
  className = "",
}: {
  icon: typeof IconCheck;
  words: string;
  className?: string | undefined;
}) {
  return (
    <>
      <Icon size={16} stroke={2} className={className} aria-hidden />
      <span className={classes.spoken}>{words}</span>
    </>
  );
}
