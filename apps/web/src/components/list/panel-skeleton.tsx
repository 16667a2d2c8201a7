import { Skeleton } from "@mantine/core";
import { Panel } from "../panel";

const WIDTHS = ["34%", "52%", "46%", "58%", "40%", "50%", "44%"];

/** A panel of the coming height, in pixels, with lines where its words will be. */
export function PanelSkeleton({ height, lineCount }: { height: number; lineCount: number }) {
  return (
    <Panel>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-evenly",
          height: height - 34,
        }}
        aria-hidden
      >
        {Array.from({ length: lineCount }, (_, line) => (
          <Skeleton
            key={line}
            height={12}
            width={WIDTHS[line % WIDTHS.length] ?? "50%"}
            radius="xs"
          />
        ))}
      </div>
    </Panel>
  );
}
