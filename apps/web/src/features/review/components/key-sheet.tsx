"use client";

import { Modal } from "@mantine/core";
import { Shortcut } from "../../../components/shortcut";
import classes from "./key-sheet.module.css";

const KEYS: [keys: string[][], meaning: string][] = [
  [[["A"]], "Accept, or save the correction when the IR was changed"],
  [[["mod", "Enter"]], "The same from anywhere, the editor included"],
  [[["E"]], "Edit the IR"],
  [[["R"]], "Reject, with reasons"],
  [[["S"]], "Skip, with reasons; others see the sample first"],
  [[["U"]], "Take the last verdict back, up to twenty in a row"],
  [[["1"], ["2"], ["3"], ["4"]], "Tick a point of the checklist"],
  [[["C"]], "Write a note"],
  [[["G"], ["⇧", "G"]], "Go to the next finding, or to the one before"],
  [[["."]], "Apply the quick fix of the finding, and go on to the next"],
  [[["X"], ["⇧", "X"]], "Call the finding not a problem, or take the last such word back"],
  [[["mod", "Z"]], "Take the last change of the IR back"],
  [[["mod", "."]], "Quick fixes at the cursor, in the editor"],
  [[["V"]], "Gather evidence by running Python, or gather it again"],
  [[["P"]], "Back to the prompt"],
  [[["D"]], "Show what you changed"],
  [[["O"]], "Compare the other candidates, where the model wrote several"],
  [[["Esc"]], "Leave the editor or the note; in the editor Tab indents"],
  [[["?"]], "This list"],
];

export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys of the desk" size={880}>
      <dl className={classes.list}>
        {KEYS.map(([alternatives, meaning]) => (
          <div key={meaning} className={classes.row}>
            <dt className={classes.keys}>
              {alternatives.map((keys) => (
                <Shortcut key={keys.join()} keys={keys} />
              ))}
            </dt>
            <dd className={classes.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.foot}>Letters work while no text field has the focus.</p>
    </Modal>
  );
}
