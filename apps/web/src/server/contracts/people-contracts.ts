import {
  acceptInvitationSchema,
  changePersonSchema,
  createdInvitationSchema,
  findInvitationSchema,
  invitationSchema,
  invitePersonSchema,
  openInvitationSchema,
  personSchema,
} from "@foundry/core/people/people.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { signedInSchema } from "../profile.schema";
import { textIdParams, uuidParams } from "./path-params";

export const peopleContracts = {
  listPeople: defineContract({
    method: "GET",
    path: "/api/people",
    summary: "Everybody with an account.",
    access: "people.read",
    answer: z.array(personSchema),
  }),
  changePerson: defineContract({
    method: "PATCH",
    path: "/api/people/{id}",
    summary:
      "Change a person's role, or take away or give back access. Acts on their next request.",
    access: "people.manage",
    params: textIdParams,
    body: changePersonSchema,
    answer: personSchema,
  }),
  listInvitations: defineContract({
    method: "GET",
    path: "/api/invitations",
    summary: "Invitations, newest first.",
    access: "people.read",
    answer: z.array(invitationSchema),
  }),
  invitePerson: defineContract({
    method: "POST",
    path: "/api/invitations",
    summary: "Invite a person. The token is in this answer and never shown again.",
    access: "people.manage",
    body: invitePersonSchema,
    answer: createdInvitationSchema,
    status: 201,
  }),
  revokeInvitation: defineContract({
    method: "DELETE",
    path: "/api/invitations/{id}",
    summary: "Make an invitation useless.",
    access: "people.manage",
    params: uuidParams,
    answer: null,
  }),
  findInvitation: defineContract({
    method: "GET",
    path: "/api/invitations/lookup",
    summary: "What an invitation offers to the holder of its token.",
    access: "public",
    query: findInvitationSchema,
    answer: openInvitationSchema,
  }),
  acceptInvitation: defineContract({
    method: "POST",
    path: "/api/invitations/accept",
    summary: "Create the account of an invitation and sign in.",
    access: "public",
    body: acceptInvitationSchema,
    answer: signedInSchema,
    status: 201,
  }),
};
