"use client";

import { Notifications } from "@mantine/notifications";

/** Where short notes appear; `notifications.show` works from anywhere, also before this is mounted. */
export function Toasts() {
  return <Notifications position="bottom-center" transitionDuration={120} containerWidth={420} />;
}
