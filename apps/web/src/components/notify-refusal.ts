import { notifications } from "@mantine/notifications";
import { describeError } from "./api/describe-error";

/** A short note that something was not done, with the studio's own reason. */
export function notifyRefusal(title: string, error: unknown): void {
  notifications.show({
    color: "rejected",
    title,
    message: describeError(error).detail,
    autoClose: 8_000,
  });
}
