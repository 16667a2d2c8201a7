import { MIN_PANES, type PaneSizes } from "./pane-sizes";

/**
 * Moves the edge between pane `edge` and the next one. The third pane gives or takes nothing, and
 * no pane gets smaller than it may be.
 *
 * @param by percent of the whole width, to the right when positive
 */
export function movePaneEdge(sizes: PaneSizes, edge: 0 | 1, by: number): PaneSizes {
  const right = edge === 0 ? 1 : 2;
  const moved = Math.min(
    Math.max(by, MIN_PANES[edge] - sizes[edge]),
    sizes[right] - MIN_PANES[right],
  );
  const [prompt, ir, side] = sizes;
  return edge === 0 ? [prompt + moved, ir - moved, side] : [prompt, ir + moved, side - moved];
}
