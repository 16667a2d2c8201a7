"use client";

import type { Icon } from "@tabler/icons-react";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";

export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: Icon;
  /** Keys that do the same without the palette, for example ["A"]. */
  keys?: string[];
  run: () => void;
}

type Register = (owner: symbol, commands: Command[]) => () => void;

// Two contexts: a page that only registers is not rendered again when another one does.
const RegisterContext = createContext<Register | null>(null);
const CommandsContext = createContext<Command[]>([]);

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [byOwner, setByOwner] = useState<ReadonlyMap<symbol, Command[]>>(new Map());
  const register = useCallback<Register>((owner, commands) => {
    setByOwner((before) => new Map(before).set(owner, commands));
    return () =>
      setByOwner((before) => {
        const after = new Map(before);
        after.delete(owner);
        return after;
      });
  }, []);
  return (
    <RegisterContext value={register}>
      <CommandsContext value={[...byOwner.values()].flat()}>{children}</CommandsContext>
    </RegisterContext>
  );
}

export function useRegisteredCommands(): Command[] {
  return use(CommandsContext);
}

/**
 * Adds the page's own actions to the command palette while the page is shown.
 *
 * Commands are compared by their words, so a new closure on every render registers nothing anew.
 */
export function useCommands(commands: Command[]): void {
  const register = use(RegisterContext);
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const words = JSON.stringify(
    commands.map(({ id, label, hint, keys }) => [id, label, hint, keys]),
  );
  useEffect(() => {
    const runLatest = (id: string) => latest.current.find((command) => command.id === id)?.run();
    const registered = latest.current.map((command) => ({
      ...command,
      run: () => runLatest(command.id),
    }));
    return register?.(Symbol(words), registered);
  }, [register, words]);
}
