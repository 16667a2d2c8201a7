import { identifyIr } from "../ir/identify-ir.ts";
import { toJsonPointer } from "../ir/json-pointer.ts";
import { alignLists } from "./align-lists.ts";

/** One difference; paths are JSON Pointers, into the expected IR or, for what was added, the predicted. */
export type IrChange =
  | { kind: "changed"; path: string; predictedPath: string; expected: unknown; predicted: unknown }
  | { kind: "missing"; path: string; expected: unknown }
  | { kind: "added"; path: string; predicted: unknown };

export interface IrComparison {
  /** In the order of the expected IR; what was added comes after its siblings. */
  changes: IrChange[];
  /**
   * How much of both is the same, 0 to 1: the harmonic mean of the shares of values that the other
   * one has as well, at the same place.
   */
  fieldF1: number;
}

/** The order of these means nothing. */
const UNORDERED = new Set(["assertions", "constraints", "holes"]);

/**
 * Compares two IRs value by value, defaults and metadata aside. Items of lists are compared with
 * the one that they are most like: steps and parameters in their order, assertions and constraints
 * in any.
 *
 * @param predicted any JSON value
 */
export function compareIrs(expected: unknown, predicted: unknown): IrComparison {
  const comparer = new Comparer();
  comparer.compare(read(expected), read(predicted), { expected: [], predicted: [] });
  return comparer.finish();
}

/** What the IR says, without how it is written. */
function read(ir: unknown): unknown {
  return JSON.parse(identifyIr(ir));
}

interface Paths {
  expected: readonly PropertyKey[];
  predicted: readonly PropertyKey[];
}

class Comparer {
  private readonly changes: IrChange[] = [];
  private equal = 0;
  private expectedCount = 0;
  private predictedCount = 0;

  finish(): IrComparison {
    const all = this.expectedCount + this.predictedCount;
    return { changes: this.changes, fieldF1: all === 0 ? 1 : (2 * this.equal) / all };
  }

  compare(expected: unknown, predicted: unknown, paths: Paths): void {
    if (Array.isArray(expected) && Array.isArray(predicted)) {
      this.compareLists(expected, predicted, paths);
    } else if (isObject(expected) && isObject(predicted)) {
      this.compareObjects(expected, predicted, paths);
    } else {
      this.compareLeaves(expected, predicted, paths);
    }
  }

  private compareLeaves(expected: unknown, predicted: unknown, paths: Paths): void {
    const [left, right] = [countLeaves(expected), countLeaves(predicted)];
    this.expectedCount += left;
    this.predictedCount += right;
    if (JSON.stringify(expected) === JSON.stringify(predicted)) {
      this.equal += left;
      return;
    }
    const path = toJsonPointer(paths.expected);
    const predictedPath = toJsonPointer(paths.predicted);
    this.changes.push({ kind: "changed", path, predictedPath, expected, predicted });
  }

  private compareObjects(
    expected: Record<string, unknown>,
    predicted: Record<string, unknown>,
    paths: Paths,
  ): void {
    for (const key of Object.keys(expected)) {
      const next = stepInto(paths, key, key);
      if (Object.hasOwn(predicted, key)) this.compare(expected[key], predicted[key], next);
      else this.noteMissing(expected[key], next);
    }
    for (const key of Object.keys(predicted)) {
      if (!Object.hasOwn(expected, key)) this.noteAdded(predicted[key], stepInto(paths, key, key));
    }
  }

  private compareLists(
    expected: readonly unknown[],
    predicted: readonly unknown[],
    paths: Paths,
  ): void {
    const isOrdered = !UNORDERED.has(String(paths.expected.at(-1)));
    const pairs = alignLists(expected, predicted, isOrdered);
    const inOrder = pairs.toSorted(
      (left, right) => (left.expected ?? Infinity) - (right.expected ?? Infinity),
    );
    for (const pair of inOrder) {
      const next = stepInto(paths, pair.expected ?? -1, pair.predicted ?? -1);
      if (pair.expected === null) this.noteAdded(predicted[pair.predicted ?? 0], next);
      else if (pair.predicted === null) this.noteMissing(expected[pair.expected], next);
      else this.compare(expected[pair.expected], predicted[pair.predicted], next);
    }
  }

  private noteMissing(value: unknown, { expected }: Paths): void {
    this.expectedCount += countLeaves(value);
    if (!isVoid(value)) {
      this.changes.push({ kind: "missing", path: toJsonPointer(expected), expected: value });
    }
  }

  private noteAdded(value: unknown, { predicted }: Paths): void {
    this.predictedCount += countLeaves(value);
    if (!isVoid(value)) {
      this.changes.push({ kind: "added", path: toJsonPointer(predicted), predicted: value });
    }
  }
}

function stepInto(paths: Paths, expected: PropertyKey, predicted: PropertyKey): Paths {
  return {
    expected: [...paths.expected, expected],
    predicted: [...paths.predicted, predicted],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An empty list or object says as much as none. */
function isVoid(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function countLeaves(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, child) => sum + countLeaves(child), 0);
}
