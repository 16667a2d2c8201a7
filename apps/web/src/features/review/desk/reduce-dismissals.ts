import type { FindingName } from "@foundry/core/findings/name-finding";
import type { DeskEvent, DeskState, OpenSample } from "./desk-state";
import type { DismissedFinding } from "./dismissed-finding";
import { identifyFinding } from "../../../components/checks/identify-finding";
import { say } from "./say";

type DismissalEvent = Extract<
  DeskEvent,
  {
    type: "finding_dismissed" | "finding_restored" | "dismissal_stored" | "dismissal_refused";
  }
>;

/** Findings called not a problem: on the desk at once, on the studio's word a moment later. */
export function reduceDismissals(state: DeskState, event: DismissalEvent): DeskState {
  const { finding } = event;
  switch (event.type) {
    case "finding_dismissed":
      return state.phase.kind === "reviewing"
        ? say(
            changeDismissals(state, (list) => add(list, finding)),
            { what: "dismissed", finding },
          )
        : state;
    case "finding_restored":
      return state.phase.kind === "reviewing"
        ? say(
            changeDismissals(state, (list) => removeOwn(list, finding)),
            {
              what: "restored",
              finding,
            },
          )
        : state;
    case "dismissal_stored":
      return isOnDesk(state, event.sampleId)
        ? changeDismissals(state, (list) => setId(list, finding, event.id))
        : state;
    case "dismissal_refused":
      return refuse(state, event);
    default:
      return event satisfies never;
  }
}

function isOnDesk({ phase }: DeskState, sampleId: number): boolean {
  return "sample" in phase && phase.sample?.leased.sampleId === sampleId;
}

function changeDismissals(
  state: DeskState,
  change: (dismissals: DismissedFinding[]) => DismissedFinding[],
): DeskState {
  const { phase } = state;
  if (!("sample" in phase) || phase.sample === null) return state;
  const sample: OpenSample = {
    ...phase.sample,
    dismissals: change(phase.sample.dismissals),
  };
  return { ...state, phase: { ...phase, sample } };
}

function isOwn(finding: FindingName): (dismissed: DismissedFinding) => boolean {
  const id = identifyFinding(finding);
  return (dismissed) => dismissed.byMe && identifyFinding(dismissed) === id;
}

function add(list: DismissedFinding[], finding: FindingName): DismissedFinding[] {
  return list.some(isOwn(finding)) ? list : [...list, { ...finding, id: null, byMe: true }];
}

function removeOwn(list: DismissedFinding[], finding: FindingName): DismissedFinding[] {
  const isMine = isOwn(finding);
  return list.filter((dismissed) => !isMine(dismissed));
}

function setId(
  list: DismissedFinding[],
  finding: FindingName,
  id: string | null,
): DismissedFinding[] {
  const isMine = isOwn(finding);
  return list.map((dismissed) => (isMine(dismissed) ? { ...dismissed, id } : dismissed));
}

function refuse(
  state: DeskState,
  { sampleId, finding, wish, problem }: Extract<DismissalEvent, { type: "dismissal_refused" }>,
): DeskState {
  if (!isOnDesk(state, sampleId)) return state;
  const back = changeDismissals(state, (list) =>
    wish === "dismissed" ? removeOwn(list, finding) : add(list, finding),
  );
  if (back.phase.kind !== "reviewing") return back;
  return { ...back, phase: { ...back.phase, problem } };
}
