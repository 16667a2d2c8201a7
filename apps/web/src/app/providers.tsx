"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "../components/api/create-query-client";
import { cssVariablesResolver } from "../components/theme/css-variables";
import { theme } from "../components/theme/theme";

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
      >
        <Notifications position="bottom-center" transitionDuration={120} containerWidth={420} />
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
