import { expect, it } from "vitest";
import { writeCsv } from "./write-csv";

it("writes a line for each row and leaves out what is not there", () => {
  const columns = [
    { key: "step", title: "Step" },
    { key: "loss", title: 'Loss, "nats"' },
  ];
  const rows = [
    { step: 1, loss: 2.5 },
    { step: 2, loss: null },
  ];
  expect(writeCsv(columns, rows)).toBe('"Step","Loss, ""nats"""\r\n1,2.5\r\n2,\r\n');
});
