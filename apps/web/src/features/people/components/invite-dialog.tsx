"use client";

import { INVITATION_DAYS, invitePersonSchema } from "@foundry/core/people/people.schema";
import { Button, Modal, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { findProblem } from "../../../components/api/find-problem";
import { CopyText } from "../../../components/copy-text";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useInvitePerson } from "../api/use-invite-person";
import { readRole, ROLE_OPTIONS } from "../role-names";
import classes from "./people.module.css";

function LinkOnce({
  email,
  token,
  onClose,
}: {
  email: string;
  token: string;
  onClose: () => void;
}) {
  return (
    <div className={classes.once}>
      <div>
        Send this link to <strong>{email}</strong>. It works once, for {INVITATION_DAYS} days, and
        is shown only now.
      </div>
      <CopyText
        isBlock
        label="invitation link"
        value={`${window.location.origin}/invite/${token}`}
      />
      <div className={classes.buttons}>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  );
}

function InviteForm({
  invite,
  onClose,
}: {
  invite: ReturnType<typeof useInvitePerson>;
  onClose: () => void;
}) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState(readRole(null));
  const [wasTried, setWasTried] = useState(false);
  const isValid = invitePersonSchema.safeParse({ email, role }).success;
  const submit = () => {
    setWasTried(true);
    if (isValid) invite.mutate({ email, role });
  };
  const emailError =
    wasTried && !isValid
      ? "Write an e-mail address, for example ada@example.org."
      : findProblem(invite.error, "/email");
  return (
    <FormStack onSubmit={submit}>
      {invite.isError && <Notice tone="rejected">{describeError(invite.error).detail}</Notice>}
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="off"
        data-autofocus
        value={email}
        error={emailError}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div>
        <SegmentedControl
          fullWidth
          aria-label="Role"
          data={[...ROLE_OPTIONS]}
          value={role}
          onChange={(value) => setRole(readRole(value))}
        />
        <p
          className={classes.quiet}
          style={{ margin: "6px 0 0", fontSize: "var(--mantine-font-size-xs)" }}
        >
          {role === "admin"
            ? "Reviews, imports, exports and manages people."
            : "Reviews samples and reads the corpus."}
        </p>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={invite.isPending}>
          Create invitation
        </Button>
      </div>
    </FormStack>
  );
}

/** Makes an invitation and shows its link, which nobody can see again. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const invite = useInvitePerson();
  const close = () => {
    invite.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Invite a person"
      closeOnClickOutside={invite.data === undefined}
    >
      {invite.data === undefined ? (
        <InviteForm invite={invite} onClose={close} />
      ) : (
        <LinkOnce email={invite.data.email} token={invite.data.token} onClose={close} />
      )}
    </Modal>
  );
}
