"use client";

/** Stands in for the root layout itself, so it brings its own few styles. */
const STYLES = `
  :root { color-scheme: light dark; }
  body { display: grid; place-items: center; min-height: 100dvh; margin: 0; font: 14px/1.5 system-ui, sans-serif;
    background: light-dark(#f8f8f9, #0e0f12); color: light-dark(#1a1c21, #e4e5e9); }
  main { max-width: 400px; padding: 24px; text-align: center; }
  h1 { margin: 0 0 4px; font-size: 20px; }
  p { margin: 0 0 16px; color: light-dark(#5d616c, #9a9ea8); }
  button { height: 36px; padding: 0 16px; border: 0; border-radius: 6px; font: inherit; font-weight: 500; cursor: pointer;
    background: light-dark(#1a1c21, #e4e5e9); color: light-dark(#fff, #0e0f12); }
`;

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>IR Foundry</title>
        <style>{STYLES}</style>
      </head>
      <body>
        <main>
          <h1>The studio could not be shown</h1>
          <p>
            Nothing that was saved is lost. Try again; if that does not help, ask your admin to look
            at the log.
          </p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
