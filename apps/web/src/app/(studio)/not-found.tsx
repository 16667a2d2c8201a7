import { MessagePage } from "../../components/frame/message-page";

export default function NotFound() {
  return (
    <MessagePage title="There is nothing at this address">
      The address may be mistyped, or what was here is gone.
    </MessagePage>
  );
}
