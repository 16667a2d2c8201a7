import type { LeasedSample } from "@foundry/core/reviews/review.schema";
import { memo } from "react";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { Pane } from "./pane";
import classes from "./prompt-pane.module.css";

/** What the function is to do, in the words that the model was given. */
export const PromptPane = memo(function PromptPane({
  sampleId,
  prompt,
}: {
  sampleId: number;
  prompt: LeasedSample["prompt"];
}) {
  const kinds = [prompt.category, prompt.complexity]
    .filter((name) => name !== null)
    .map(formatName);
  return (
    <Pane
      title={`Prompt of sample ${sampleId}`}
      aside={<span className={classes.kinds}>{kinds.join(" · ")}</span>}
    >
      <p className={classes.text} dir="auto" data-testid="prompt-text">
        <VisibleText>{prompt.text}</VisibleText>
      </p>
      {prompt.source !== null && (
        <p className={classes.source}>
          Source: <VisibleText>{prompt.source}</VisibleText>
        </p>
      )}
    </Pane>
  );
});
