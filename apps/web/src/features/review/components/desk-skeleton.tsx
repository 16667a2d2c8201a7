import type { PaneSizes } from "../desk/pane-sizes";
import { DeskPanes } from "./desk-panes";
import classes from "./desk-skeleton.module.css";
import { Pane } from "./pane";

/** The desk in its final shape while the first sample is on its way. */
export function DeskSkeleton({ panes }: { panes: PaneSizes }) {
  return (
    <DeskPanes
      initialSizes={panes}
      isBusy
      prompt={
        <Pane title="Prompt">
          <Lines widths={[96, 88, 92, 40]} height={14} />
        </Pane>
      }
      ir={
        <Pane title="IR">
          <Lines widths={[6, 70, 58, 30, 64, 76, 72, 38, 66, 6]} height={11} />
        </Pane>
      }
      side={
        <Pane title="Findings">
          <Lines widths={[70, 90, 84]} height={12} />
        </Pane>
      }
    />
  );
}

/** @param widths percent */
function Lines({ widths, height }: { widths: number[]; height: number }) {
  return widths.map((width, index) => (
    <div key={index} className={classes.line} style={{ width: `${width}%`, height }} />
  ));
}
