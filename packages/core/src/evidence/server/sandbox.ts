/** What a start-up probe has found out; only `isOn: true` ever runs code. */
export type Sandbox = UsableSandbox | { isOn: false; reason: string };

export interface UsableSandbox extends SandboxPlace {
  isOn: true;
  kind: "bubblewrap";
  /** Version of the interpreter inside, such as `3.11.2`. */
  python: string;
}

export interface Interpreter {
  path: string;
  /** Where its library is; outside /usr it is mounted as well. */
  prefix: string;
}

/** Enough to start one; whether it isolates is another question. */
export interface SandboxPlace {
  bubblewrapPath: string;
  interpreter: Interpreter;
}
