"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "../components/api/create-query-client";
import { cssVariablesResolver } from "../components/theme/css-variables";
import { theme } from "../components/theme/theme";

// Nothing to show before something was done, so its code comes after the page.
const Toasts = dynamic(() => import("../components/toasts").then((module) => module.Toasts), {
  ssr: false,
});

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
      >
        <Toasts />
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
