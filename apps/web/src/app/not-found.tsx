import { StandingMessage } from "../components/standing-message";

export const metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <StandingMessage title="There is nothing at this address">
      The address may be mistyped, or what was here is gone.
    </StandingMessage>
  );
}
