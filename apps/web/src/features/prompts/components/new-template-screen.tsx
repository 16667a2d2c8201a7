"use client";

import { EMPTY_FORM } from "../template-form";
import { TemplateEditor } from "./template-editor";

export function NewTemplateScreen() {
  return <TemplateEditor id={null} start={EMPTY_FORM} />;
}
