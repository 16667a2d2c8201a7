import { PanelSkeleton } from "../../../components/list/panel-skeleton";

/** As tall as what is coming, so that nothing moves when it arrives. */
export function OverviewSkeleton() {
  return (
    <>
      <PanelSkeleton height={178} lineCount={3} />
      <PanelSkeleton height={300} lineCount={6} />
      <PanelSkeleton height={300} lineCount={6} />
    </>
  );
}
