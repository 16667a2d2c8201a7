import type { LocalRunnerState } from "@foundry/core/runners/local-runner.schema";
import { Progress } from "@mantine/core";
import { Notice } from "../../../components/notice";
import classes from "./runners-panel.module.css";

/** How far the runner beside the studio is; nothing is said while it simply works. */
export function LocalRunner({ state }: { state: LocalRunnerState }) {
  if (state.phase === "ready") return null;
  return (
    <div className={classes.local}>
      {state.phase === "installing" ? (
        <>
          <span role="status">{`Setting up training on this machine: ${state.message}`}</span>
          <Progress
            value={state.step === null || state.of === null ? 100 : (state.step / state.of) * 100}
            animated={state.step === null}
            size="sm"
            mt={8}
            aria-label="Setting up training on this machine"
          />
        </>
      ) : (
        <Notice tone={state.phase === "off" ? "plain" : "warning"} title={TITLES[state.phase]}>
          {state.message}
        </Notice>
      )}
    </div>
  );
}

const TITLES = {
  off: "This machine does not train",
  absent: "This machine cannot train yet",
  failed: "Training on this machine is not set up",
};
