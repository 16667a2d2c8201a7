import { notifications } from "@mantine/notifications";
import { api } from "../api/api-client";
import { describeError } from "../api/describe-error";

/** A full load of the address follows, so nothing of the old session stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await api.post("/api/auth/sign-out", {});
    window.location.assign("/");
  } catch (error) {
    notifications.show({
      color: "rejected",
      title: "You are still signed in",
      message: describeError(error).detail,
    });
  }
}
