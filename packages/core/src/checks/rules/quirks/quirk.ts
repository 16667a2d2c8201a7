import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import type { Speech } from "../read-speech.ts";

/** What a rule about one quirk of Python looks at. */
export interface QuirkSubject {
  subject: CheckSubject;
  /** In lower case; empty without a prompt. */
  prompt: string;
  speech: Speech;
}

/** A rule about one quirk; null when nothing triggers it or the IR speaks of it. */
export type Quirk = (input: QuirkSubject) => Observation | null;
