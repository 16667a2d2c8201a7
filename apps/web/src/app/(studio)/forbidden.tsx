import { MessagePage } from "../../components/frame/message-page";

export default function Forbidden() {
  return (
    <MessagePage title="Your role does not include this page">
      Ask an admin of your team if you need it.
    </MessagePage>
  );
}
