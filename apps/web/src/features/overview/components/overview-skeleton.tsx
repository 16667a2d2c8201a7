import { Skeleton } from "@mantine/core";

/** As tall as what is coming, so that nothing moves when it arrives. */
export function OverviewSkeleton() {
  return (
    <>
      <Skeleton height={168} radius="lg" />
      <Skeleton height={300} radius="lg" />
      <Skeleton height={300} radius="lg" />
    </>
  );
}
