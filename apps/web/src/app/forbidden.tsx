import { StandingMessage } from "../components/standing-message";

export default function Forbidden() {
  return (
    <StandingMessage title="Your role does not include this page">
      Ask an admin of your team if you need it.
    </StandingMessage>
  );
}
