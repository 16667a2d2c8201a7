import type { ReactNode } from "react";
import { EmptyList } from "../list/empty-list";
import { LinkButton } from "../link-button";

/** A message in the place of a page, inside the frame. */
export function MessagePage({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div style={{ paddingTop: "16dvh" }}>
      <h1
        style={{
          position: "absolute",
          width: 1,
          height: 1,
          overflow: "hidden",
          clipPath: "inset(50%)",
        }}
      >
        {title}
      </h1>
      <EmptyList
        title={title}
        action={
          <>
            {action}
            <LinkButton href="/" variant="default">
              Go to the overview
            </LinkButton>
          </>
        }
      >
        {children}
      </EmptyList>
    </div>
  );
}
