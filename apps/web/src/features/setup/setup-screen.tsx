"use client";

import { createFirstAdminSchema } from "@foundry/core/people/people.schema";
import { findPasswordProblem } from "@foundry/core/people/password-rule";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../components/api/api-client";
import { describeError } from "../../components/api/describe-error";
import { findProblem } from "../../components/api/find-problem";
import { signedInSchema } from "../../components/api/signed-in.schema";
import { EntryPage } from "../../components/entry-page";
import { FormStack } from "../../components/form-stack";
import { NewPasswordInput } from "../../components/new-password-input";
import { Notice } from "../../components/notice";

type Field = "name" | "email" | "password";

const MISSING: Record<Field, string> = {
  name: "Write the name that others will see beside your verdicts.",
  email: "Write an e-mail address, for example ada@example.org.",
  password: "Choose a password.",
};

/** First run: makes the admin, who is signed in with that, and opens the overview. */
export function SetupScreen() {
  const [values, setValues] = useState<Record<Field, string>>({
    name: "",
    email: "",
    password: "",
  });
  const [wasTried, setWasTried] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  useEffect(() => firstField.current?.focus(), []);
  const create = useMutation({
    mutationFn: () => api.post("/api/setup", values, signedInSchema),
    onSuccess: () => window.location.assign("/"),
  });
  const parsed = createFirstAdminSchema.safeParse(values);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]));
  const passwordProblem = findPasswordProblem(values.password, values);
  const errorOf = (field: Field) =>
    wasTried && wrong.has(field) ? MISSING[field] : findProblem(create.error, `/${field}`);
  const change = (field: Field) => (value: string) => setValues({ ...values, [field]: value });
  const submit = () => {
    setWasTried(true);
    if (parsed.success && passwordProblem === undefined) create.mutate();
  };
  return (
    <EntryPage
      title="Create the admin"
      intro="This studio is new. Its first account is the admin, who imports, exports and invites the others."
    >
      <FormStack onSubmit={submit}>
        {create.isError && <Notice tone="rejected">{describeError(create.error).detail}</Notice>}
        <TextInput
          label="Name"
          autoComplete="name"
          size="md"
          ref={firstField}
          value={values.name}
          error={errorOf("name")}
          onChange={(event) => change("name")(event.currentTarget.value)}
        />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          size="md"
          value={values.email}
          error={errorOf("email")}
          onChange={(event) => change("email")(event.currentTarget.value)}
        />
        <NewPasswordInput
          value={values.password}
          person={values}
          error={wasTried ? (passwordProblem ?? findProblem(create.error, "/password")) : null}
          onChange={change("password")}
        />
        <Button type="submit" size="md" fullWidth loading={create.isPending || create.isSuccess}>
          Create admin and start
        </Button>
      </FormStack>
    </EntryPage>
  );
}
