import { z } from "zod";
import { normaliseEmail } from "../auth/normalise-email.ts";
import { storableTextSchema } from "../database/storable-text.ts";

export const ROLES = ["admin", "reviewer"] as const;
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;
export const INVITATION_DAYS = 7;

const roleSchema = z.enum(ROLES);
const emailSchema = storableTextSchema.transform(normaliseEmail).pipe(z.email().max(254));
const personNameSchema = storableTextSchema.trim().min(1).max(100);
/** What else makes a password good is in password-rule.ts, which also needs the e-mail address. */
const passwordSchema = storableTextSchema.min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
const secretSchema = z.string().min(1).max(200);

export const createFirstAdminSchema = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export type CreateFirstAdmin = z.infer<typeof createFirstAdminSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  isDisabled: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Person = z.infer<typeof personSchema>;

export const changePersonSchema = z
  .strictObject({ role: roleSchema.optional(), isDisabled: z.boolean().optional() })
  .refine(({ role, isDisabled }) => role !== undefined || isDisabled !== undefined, {
    error: "give a role or isDisabled",
  });
export type ChangePerson = z.infer<typeof changePersonSchema>;

export const invitePersonSchema = z.strictObject({ email: emailSchema, role: roleSchema });
export type InvitePerson = z.infer<typeof invitePersonSchema>;

export const INVITATION_STATES = ["open", "accepted", "revoked", "expired"] as const;

export const invitationSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  role: roleSchema,
  state: z.enum(INVITATION_STATES),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;

export const createdInvitationSchema = invitationSchema.extend({
  /** Shown once: only its hash is stored. */
  token: z.string(),
});
export type CreatedInvitation = z.infer<typeof createdInvitationSchema>;

export const findInvitationSchema = z.strictObject({ token: secretSchema });

/** What an invited person sees before they accept. */
export const openInvitationSchema = invitationSchema.pick({
  email: true,
  role: true,
  invitedBy: true,
  expiresAt: true,
});
export type OpenInvitation = z.infer<typeof openInvitationSchema>;

export const acceptInvitationSchema = z.strictObject({
  token: secretSchema,
  name: personNameSchema,
  password: passwordSchema,
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const createApiTokenSchema = z.strictObject({
  name: personNameSchema,
  /** Days until it stops working; null for never. */
  expiresInDays: z.int().min(1).max(365).nullable(),
});
export type CreateApiToken = z.infer<typeof createApiTokenSchema>;

export const apiTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** First characters, to tell tokens apart. */
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
  isRevoked: z.boolean(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;

export const createdApiTokenSchema = apiTokenSchema.extend({
  /** Shown once: only its hash is stored. */
  token: z.string(),
});
export type CreatedApiToken = z.infer<typeof createdApiTokenSchema>;
