"use client";

import { PageFailure } from "../components/page-failure";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageFailure error={error} retry={retry} />;
}
